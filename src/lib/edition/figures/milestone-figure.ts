import type { Figure } from '#lib/charts/figure.ts';
import { formatNumber, shareOf } from '#lib/i18n/numbers.ts';
import { milestoneLabel } from '#lib/milestone/labels.ts';
import { DUTIES, MILESTONES, type DutyCode, type MilestoneCode } from '#lib/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { LOOKS } from '#lib/progress/labels.ts';
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
		sentence: shown
			.map(({ milestone, done, applicable }) =>
				m.edition_milestones_sentence({
					milestone: milestoneLabel(milestone),
					done: formatNumber(done),
					applicable: `${formatNumber(applicable)} ${subjectText(milestone)}`
				})
			)
			.join(' '),
		panels: [
			{
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
							values: shown.map(({ done, applicable }) => shareOf(done, applicable))
						}
					]
				}
			}
		],
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
		definitions: [{ anchor: 'mijlpalen', about: title }]
	};
}

const subjectText = (code: string): string =>
	LEVELS.get(code) === 'library' ? m.edition_milestones_libraries() : m.edition_milestones_points();
