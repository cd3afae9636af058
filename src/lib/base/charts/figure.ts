import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { formatDay, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { formatEuros, formatNumber, formatShare } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ChartPanel } from './types.ts';

export type Cell = string | number | null;

/** A column of the table of a figure; `key` is its name in CSV, in Dutch and fixed. */
export interface FigureColumn {
	key: string;
	label: string;
	kind: 'text' | 'day' | 'number' | 'share' | 'euro';
}

/** Columns of numbers, which stand to the right. */
export const isNumeric = ({ kind }: Pick<FigureColumn, 'kind'>): boolean =>
	kind === 'number' || kind === 'share' || kind === 'euro';

/** The numbers of a figure: what its table, its chart and its CSV say alike. */
export interface FigureTable {
	columns: readonly FigureColumn[];
	/** A cell per column; the first names its row. */
	rows: readonly (readonly Cell[])[];
}

export interface FigureDefinition {
	anchor: DefinitionId;
	/** What is defined. */
	about: string;
}

/** A figure of a page: what it says in words, as charts and as a table. */
export interface Figure {
	/** Anchor in its page, and the name of its files. */
	id: string;
	title: string;
	/** Reads the figure out in plain words, made from the data. */
	sentence: string;
	/** One chart, or several of one size. */
	panels: readonly ChartPanel[];
	table: FigureTable;
	/** Numbers of the charts that have days (or names) of their own, each as a table beside the first. */
	more?: readonly { key: string; title: string; table: FigureTable }[];
	definitions: readonly FigureDefinition[];
	/** What the signs in its charts mean, for in a picture; on the page a list says it. */
	notes?: readonly string[];
}

/** What goes along with every figure of a page: its dates, filters and source. */
export interface FigureContext {
	/** Peildatum. */
	validOn: Day;
	/** The day of the facts, where that can be another: they are never of a day after today. */
	factsOn?: Day;
	/** Bekend op; today when everything is known. */
	knownOn: Day;
	/** Each filter as a piece of a sentence. */
	filters: readonly string[];
	/** What the figures are compared with, as a sentence without its full stop. */
	compared?: string;
	/** Where the figures come from, in words. */
	source: string;
	demoData: boolean;
}

/** A cell in the language of the reader; a dash where there is nothing. */
export function cellText(cell: Cell, kind: FigureColumn['kind']): string {
	if (cell === null) return '–';
	if (typeof cell === 'string') return kind === 'day' ? formatShortDay(cell, getLocale()) : cell;
	if (kind === 'euro') return formatEuros(cell);
	return kind === 'share' ? formatShare(cell) : formatNumber(cell);
}

/** What narrows or turns the figures, for a cell of a file: the comparison, then each filter. */
export const conditionsOf = ({ compared, filters }: FigureContext): string[] =>
	compared ? [compared, ...filters] : [...filters];

/**
 * "Situatie op 31 januari 2022, zoals bekend op 31 januari 2022.", for a day to come of which day the
 * facts are, then what it is compared with and
 * the filters, when there are.
 */
export function contextLines(context: FigureContext): string[] {
	const inWords = (day: Day) => formatDay(day, getLocale());
	const dates = m.chart_dates({
		date: inWords(context.validOn),
		known: inWords(context.knownOn)
	});
	const { filters, compared, validOn, factsOn = validOn } = context;
	return [
		dates,
		...(factsOn < validOn ? [m.chart_facts({ date: inWords(factsOn) })] : []),
		...(compared ? [`${compared}.`] : []),
		...(filters.length > 0 ? [m.chart_filters({ filters: filters.join('; ') })] : [])
	];
}

/** Names for "Definitions: …". */
export function definitionNames(definitions: readonly FigureDefinition[]): string {
	return definitions.map(({ about }) => about).join(', ');
}

export interface CitationParts {
	/** The sentence that reads the figure out. */
	sentence: string;
	definitions: readonly FigureDefinition[];
	context: FigureContext;
	/** Whole address of the page of definitions, without anchor. */
	definitionsAddress: string;
	/** Whole address of the figure, with both dates. */
	address: string;
}

/** A figure as one can quote it: the sentence, both dates, filters, definition, source and address. */
export function citation(parts: CitationParts): string {
	const { sentence, definitions, context, definitionsAddress, address } = parts;
	const defined = definitions
		.map(({ about, anchor }) => `${about}: ${definitionsAddress}#${anchor}`)
		.join('; ');
	return [
		sentence,
		...contextLines(context),
		defined ? m.chart_cite_definition({ defined }) : '',
		m.chart_cite_source({ source: context.source, address }),
		context.demoData ? m.chart_demo() : ''
	]
		.filter(Boolean)
		.join(' ');
}
