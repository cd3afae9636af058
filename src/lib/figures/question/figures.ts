import type { Figure, FigureDefinition, FigureTable } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { quarterOf } from '#lib/base/as-of/quarter.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { SMALLEST_SHOWN, type PublishedQuestions, type Questions } from './types.ts';

const definition = (): FigureDefinition => ({ anchor: 'vragen', about: m.question_word() });

/** "3e kwartaal 2021" */
export function quarterText(quarterEnd: string): string {
	const { number, year } = quarterOf(quarterEnd);
	return m.question_quarter({ number, year });
}

/** "meer dan 16.000", or the number alone. */
export const publishedText = ({ value, atLeast }: PublishedQuestions) =>
	atLeast ? m.question_at_least({ number: formatNumber(value) }) : formatNumber(value);

/** What was published about the number of questions, beside the locations that were open then. */
export function publishedFigure({
	published
}: Pick<Questions, 'published'>): Omit<Figure, 'panels'> {
	return {
		id: 'gepubliceerd',
		title: m.question_published_title(),
		sentence: publishedSentence(published),
		table: {
			columns: [
				{ key: 'op', label: m.question_column_on(), kind: 'day' },
				{ key: 'vragen_sinds_2019', label: m.question_column_since(), kind: 'number' },
				{ key: 'minstens', label: m.question_column_at_least(), kind: 'text' },
				{ key: 'locaties_open', label: m.question_column_open(), kind: 'number' },
				{ key: 'uitgever', label: m.question_column_publisher(), kind: 'text' },
				{ key: 'bron_van_het_aantal', label: m.question_column_source(), kind: 'text' }
			],
			rows: published.map((row) => [
				row.appliesOn,
				row.value,
				row.atLeast ? m.question_yes() : m.question_no(),
				row.open,
				row.publisher,
				row.source
			])
		},
		definitions: [definition(), { anchor: 'locaties', about: m.question_column_open() }]
	};
}

function publishedSentence(published: readonly PublishedQuestions[]): string {
	const last = published.at(-1);
	if (!last) return m.question_published_none();
	return m.question_published_sentence({
		publisher: last.publisher,
		date: formatDay(last.appliesOn, getLocale()),
		questions: publishedText(last),
		count: last.open,
		open: formatNumber(last.open)
	});
}

/** The registered questions per quarter. */
export function quarterFigure({ quarters }: Pick<Questions, 'quarters'>): Figure {
	return {
		id: 'kwartalen',
		title: m.question_quarters_title(),
		sentence: quarterSentence({ quarters }),
		panels: [
			{
				key: 'vragen',
				title: null,
				chart: {
					kind: 'bar',
					categories: quarters.map(({ quarterEnd }) => quarterText(quarterEnd)),
					x: { label: '' },
					y: { label: m.question_axis(), unit: m.question_axis().toLowerCase(), format: 'number' },
					series: [
						{
							key: 'questions',
							label: m.question_axis(),
							look: { ink: 'teal', dash: 'solid', shape: 'square' },
							values: quarters.map(({ questions }) => questions)
						}
					]
				}
			}
		],
		table: quarterTable({ quarters }),
		definitions: [definition()]
	};
}

function quarterTable({ quarters }: Pick<Questions, 'quarters'>): FigureTable {
	return {
		columns: [
			{ key: 'kwartaal', label: m.question_column_quarter(), kind: 'text' },
			{ key: 'vragen', label: m.question_axis(), kind: 'number' },
			{ key: 'locaties_in_bestand', label: m.question_column_locations(), kind: 'number' },
			{ key: 'locaties_minder_dan_vijf', label: m.question_column_suppressed(), kind: 'number' },
			{ key: 'locaties_open', label: m.question_column_open(), kind: 'number' },
			{ key: 'ingelezen_op', label: m.question_column_imported(), kind: 'day' }
		],
		rows: quarters.map((row) => [
			quarterText(row.quarterEnd),
			row.questions,
			row.locations,
			row.suppressed,
			row.open,
			row.importedOn
		])
	};
}

/** Reads the last quarter out, and says what is left out of it. */
export function quarterSentence({ quarters }: Pick<Questions, 'quarters'>): string {
	const last = quarters.at(-1);
	if (!last) return m.question_quarters_none();
	const sentence = m.question_quarters_sentence({
		quarter: quarterText(last.quarterEnd),
		questions: formatNumber(last.questions),
		count: last.locations,
		locations: formatNumber(last.locations),
		open: formatNumber(last.open)
	});
	if (last.suppressed === 0) return sentence;
	const left = m.question_quarters_suppressed({
		count: last.suppressed,
		number: formatNumber(last.suppressed),
		limit: SMALLEST_SHOWN
	});
	return `${sentence} ${left}`;
}

/** The files of the page: `/vragen/NAME.csv`, and what each is of. */
export const questionFiles: readonly {
	name: 'gepubliceerd' | 'kwartalen';
	of: (questions: Questions) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'gepubliceerd', of: publishedFigure },
	{ name: 'kwartalen', of: quarterFigure }
];
