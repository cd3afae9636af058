import type { Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { SeriesLook } from '#lib/base/charts/types.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	countInquiries,
	INQUIRY_STATES,
	inquiryState,
	medianDaysToAnswer,
	type InquiryFacts,
	type InquiryState
} from './inquiry.ts';
import { inquiryStateLabel } from './labels.ts';

/** A question as the figures count it. */
export interface InquiryRow extends InquiryFacts {
	id: number;
	question: string;
	/** What was said in answer; null when nothing, or nothing in words. */
	reply: string | null;
	/** The milestone that it is about; null: the whole. */
	milestoneCode: string | null;
	library: string;
	pointName: string | null;
	institute: string;
	province: string;
	/** Who answered, by name, or her organisation when the account is gone. */
	answerer: string | null;
	/** Reported by a visitor of the site; otherwise asked by the programme manager. */
	isFromVisitor: boolean;
}

/** Everything that was asked as known on one day, judged on another. */
export interface Inquiries {
	rows: readonly InquiryRow[];
	/** Questions are judged at the end of this day. */
	countedTo: Day;
	/** Groups that are told also when nothing was asked of them; none where a filter leaves some out. */
	every: Readonly<Record<'poi' | 'provincie', readonly string[]>>;
}

/** What questions are counted by, and the name of the file. */
export const INQUIRY_GROUPS = ['poi', 'provincie', 'adviseur', 'vrager'] as const;
export type InquiryGroup = (typeof INQUIRY_GROUPS)[number];

const TITLES: Record<InquiryGroup, () => string> = {
	poi: m.inquiry_figure_poi,
	provincie: m.inquiry_figure_province,
	adviseur: m.inquiry_figure_adviser,
	vrager: m.inquiry_figure_asker
};

const COLUMNS: Record<InquiryGroup, () => string> = {
	poi: m.inquiry_column_poi,
	provincie: m.inquiry_column_province,
	adviseur: m.inquiry_column_adviser,
	vrager: m.inquiry_column_asker
};

const LOOKS: Record<InquiryState, SeriesLook> = {
	open: { ink: 'blue', dash: 'solid', shape: 'circle' },
	late: { ink: 'red', dash: 'dashed', shape: 'triangle' },
	answered: { ink: 'teal', dash: 'solid', shape: 'square' },
	answered_late: { ink: 'amber', dash: 'dotted', shape: 'diamond' },
	withdrawn: { ink: 'grey', dash: 'dash-dot', shape: 'cross' }
};

const definitions = (): FigureDefinition[] => [{ anchor: 'navraag', about: m.inquiry_title() }];

/** Who a question counts for: an adviser only when she answered it, for it was asked of a POI. */
function groupOf(row: InquiryRow, group: InquiryGroup, day: Day): string {
	if (group === 'poi') return row.institute;
	if (group === 'provincie') return row.province;
	if (group === 'vrager') return askerText(row.isFromVisitor);
	const isAnswered = row.answeredOn !== null && row.answeredOn <= day;
	return isAnswered && row.answerer !== null ? row.answerer : m.inquiry_nobody_yet();
}

const askerText = (isFromVisitor: boolean) =>
	isFromVisitor ? m.inquiry_asker_visitor() : m.inquiry_asker_manager();

/** The groups that stay with nothing in them. */
function everyOf({ every }: Inquiries, group: InquiryGroup): readonly string[] {
	if (group === 'adviseur') return [];
	return group === 'vrager' ? [askerText(false), askerText(true)] : every[group];
}

/** Questions by how they stand, per POI, province, adviser or who asked. */
export function inquiryFigure(inquiries: Inquiries, group: InquiryGroup): Figure {
	const { rows, countedTo } = inquiries;
	const asked = rows.filter((row) => inquiryState(row, countedTo) !== null);
	const found = Map.groupBy(asked, (row) => groupOf(row, group, countedTo));
	const groups = [...new Set([...found.keys(), ...everyOf(inquiries, group)])]
		.map((name) => ({ name, own: found.get(name) ?? [] }))
		.map(({ name, own }) => ({
			name,
			counts: countInquiries(own, countedTo),
			median: medianDaysToAnswer(own, countedTo)
		}))
		.sort((a, b) => b.counts.late - a.counts.late || a.name.localeCompare(b.name, 'nl'));
	const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
	return {
		id: group,
		title: TITLES[group](),
		sentence: inquirySentence(inquiries),
		panels: [
			{
				key: 'aantal',
				title: null,
				chart: {
					kind: 'bar',
					...{ horizontal: true, stacked: true, x: { label: '' } },
					categories: groups.map(({ name }) => name),
					y: { label: m.inquiry_axis(), unit: m.inquiry_axis(), format: 'number' },
					series: INQUIRY_STATES.map((state) => ({
						key: state,
						label: inquiryStateLabel(state),
						look: LOOKS[state],
						values: groups.map(({ counts }) => counts[state])
					}))
				}
			}
		],
		table: {
			columns: [
				{ key: group, label: COLUMNS[group](), kind: 'text' },
				number('open', m.inquiry_state_open()),
				number('te_laat', m.inquiry_state_late()),
				number('beantwoord', m.inquiry_state_answered()),
				number('te_laat_beantwoord', m.inquiry_state_answered_late()),
				number('ingetrokken', m.inquiry_state_withdrawn()),
				number('mediaan_dagen', m.inquiry_column_median())
			],
			rows: groups.map(({ name, counts, median }) => [
				...[name, counts.open, counts.late, counts.answered, counts.answered_late],
				...[counts.withdrawn, median]
			])
		},
		definitions: definitions()
	};
}

/** What the page says first. */
export function inquirySentence({
	rows,
	countedTo
}: Pick<Inquiries, 'rows' | 'countedTo'>): string {
	const counts = countInquiries(rows, countedTo);
	const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const date = formatDay(countedTo, getLocale());
	if (asked === 0) return m.inquiry_sentence_none({ date });
	const told = m.inquiry_sentence({
		date,
		asked: m.inquiry_count_questions({ count: asked }),
		answered: String(counts.answered + counts.answered_late),
		open: String(counts.open + counts.late),
		late: String(counts.late)
	});
	const reported = rows.filter((row) => row.isFromVisitor && inquiryState(row, countedTo) !== null);
	if (reported.length === 0) return told;
	return `${told} ${m.inquiry_sentence_reported({ count: reported.length })}`;
}
