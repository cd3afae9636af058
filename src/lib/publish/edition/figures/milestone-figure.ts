import type { Figure } from '#lib/base/charts/figure.ts';
import type { ChartPanel } from '#lib/base/charts/types.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import {
	DUTIES,
	MILESTONES,
	type DutyCode,
	type MilestoneCode
} from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { LOOKS } from '#lib/base/measure/labels.ts';
import type { MilestoneCount } from '../types.ts';

const LEVELS = new Map<string, string>(
	[...MILESTONES, ...DUTIES].map(({ code, level }) => [code, level])
);

export interface MilestoneFigureInput {
	id: string;
	title: string;
	codes: readonly (MilestoneCode | DutyCode)[];
	counts: readonly MilestoneCount[];
}

/** How many libraries or locations reached each of these milestones, out of those it applies to. */
export function milestoneFigure({ id, title, codes, counts }: MilestoneFigureInput): Figure {
	const shown = counts.filter(({ milestone }) => codes.includes(milestone));
	const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
	return {
		id,
		title,
		sentence: sentenceOf(shown),
		// One bar says no more than the sentence.
		panels: shown.length > 1 ? [panelOf(id, shown)] : [],
		table: {
			columns: [
				{ key: 'stap', label: m.edition_milestones_step(), kind: 'text' },
				{ key: 'van_wie', label: m.edition_milestones_subject(), kind: 'text' },
				number('gehaald', m.edition_milestones_done()),
				number('van_toepassing', m.edition_milestones_applicable()),
				{ key: 'deel', label: m.edition_column_share(), kind: 'share' }
			],
			rows: shown.map(({ milestone, done, applicable }) => [
				milestoneLabel(milestone),
				subjectText(milestone),
				done,
				applicable,
				shareOf(done, applicable)
			])
		},
		definitions: [{ anchor: 'mijlpalen', about: m.explain_term_mijlpalen() }]
	};
}

/** A few steps one by one; of many only the one reached most and the one reached least. */
function sentenceOf(shown: readonly MilestoneCount[]): string {
	if (shown.length <= LISTED)
		return shown
			.map(({ milestone, done, applicable }) =>
				m.edition_milestones_sentence({
					milestone: milestoneLabel(milestone),
					done: formatNumber(done),
					applicable: `${formatNumber(applicable)} ${subjectText(milestone)}`
				})
			)
			.join(' ');
	const sorted = shown.toSorted((a, b) => shareOfCount(b) - shareOfCount(a));
	const named = (count: MilestoneCount | undefined) =>
		count ? `${milestoneLabel(count.milestone)} (${formatShare(shareOfCount(count))})` : '–';
	return m.edition_milestones_extremes({
		count: shown.length,
		most: named(sorted[0]),
		least: named(sorted.at(-1))
	});
}

const LISTED = 3;

const shareOfCount = ({ done, applicable }: MilestoneCount) => shareOf(done, applicable);

function panelOf(id: string, shown: readonly MilestoneCount[]): ChartPanel {
	return {
		key: id,
		title: null,
		chart: {
			kind: 'bar',
			horizontal: true,
			categories: shown.map(({ milestone }) => milestoneLabel(milestone)),
			x: { label: '' },
			y: { label: m.edition_milestones_axis(), format: 'share', max: 1 },
			series: [
				{
					key: 'done',
					label: m.edition_milestones_axis(),
					look: LOOKS.fact,
					values: shown.map(shareOfCount)
				}
			]
		}
	};
}

const subjectText = (code: string): string =>
	LEVELS.get(code) === 'library' ? m.edition_milestones_libraries() : m.edition_milestones_points();
