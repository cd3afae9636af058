import type { FigureColumn, FigureTable } from '#lib/base/charts/figure.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { NamedCause, ReconciliationRow } from './reconciliation-row.ts';
import type { CauseName, Counted } from './reconcile.ts';

const CAUSE_TEXTS: Record<CauseName, () => string> = {
	lower_limit: m.reconciliation_cause_lower_limit,
	rounded: m.reconciliation_cause_rounded,
	recorded_later: m.reconciliation_cause_recorded_later,
	outside_library: m.reconciliation_cause_outside_library,
	online_only: m.reconciliation_cause_online_only,
	temporarily_closed: m.reconciliation_cause_temporarily_closed,
	online_now: m.reconciliation_cause_online_now,
	merged_in_year: m.reconciliation_cause_merged_in_year,
	missing_here: m.reconciliation_cause_missing_here,
	not_filled_in: m.reconciliation_cause_not_filled_in,
	other_counting: m.reconciliation_cause_other_counting
};

export const causeText = (name: CauseName): string => CAUSE_TEXTS[name]();

const COUNTED_TEXTS: Record<Counted, () => string> = {
	locations: m.reconciliation_locations,
	organisationsOpen: m.reconciliation_organisations_open,
	organisations: m.reconciliation_organisations
};

export const countedText = (counted: Counted): string => COUNTED_TEXTS[counted]();

/** Where our way of counting is defined. */
export const DEFINITION_OF: Record<Counted, DefinitionId> = {
	locations: 'locaties',
	organisationsOpen: 'organisatiedekking',
	organisations: 'organisatiedekking'
};

/** "3 meer gepubliceerd", or that there is no difference; null when we cannot tell. */
export function differenceText({ difference }: ReconciliationRow): string | null {
	if (difference === null) return null;
	if (difference === 0) return m.reconciliation_equal();
	const count = formatNumber(Math.abs(difference));
	return difference > 0 ? m.reconciliation_more({ count }) : m.reconciliation_fewer({ count });
}

/** How many published counts there are, and how many of them are ours as well. */
export function reconciliationSentence(rows: readonly ReconciliationRow[]): string {
	if (rows.length === 0) return m.reconciliation_none();
	const equal = rows.filter(({ difference }) => difference === 0).length;
	return m.reconciliation_sentence({ total: rows.length, equal });
}

/** One published count beside ours, to be quoted; with what of ours is within the filters. */
export function rowSentence(row: ReconciliationRow, filters: readonly string[] = []): string {
	const { publisher, valueText, appliesOn, ours, chosen } = row;
	const counts = {
		publisher,
		published: valueText,
		day: formatDay(appliesOn, getLocale()),
		ours: ours === null ? '–' : formatNumber(ours)
	};
	if (chosen === null) return m.reconciliation_cite(counts);
	return m.reconciliation_cite_chosen({
		...counts,
		chosen: formatNumber(chosen),
		filters: filters.join('; ')
	});
}

/** What opens a list of places: with filters also how many there are in all. */
export function placesText({ places, elsewhere }: NamedCause, isChosen: boolean): string {
	const count = places.length;
	if (!isChosen) return m.reconciliation_places({ count });
	return m.reconciliation_places_chosen({ count, all: formatNumber(count + elsewhere) });
}

/**
 * The same as a table for files; its columns have Dutch names in every language. With filters it says
 * how many of ours are within them, and names only the places that are.
 */
export function reconciliationTable(
	rows: readonly ReconciliationRow[],
	isChosen = false
): FigureTable {
	const text = (key: string): FigureColumn => ({ key, label: key, kind: 'text' });
	const number = (key: string): FigureColumn => ({ key, label: key, kind: 'number' });
	return {
		columns: [
			{ key: 'dag', label: 'dag', kind: 'day' },
			text('datum_in_bron'),
			text('wat'),
			text('gepubliceerd'),
			text('uitgever'),
			text('omschrijving_in_bron'),
			text('adres_bron'),
			number('onze_telling'),
			...(isChosen ? [number('waarvan_in_selectie')] : []),
			number('verschil'),
			text('oorzaken'),
			text('plaatsen')
		],
		rows: rows.map((row) => [
			row.appliesOn,
			row.dated,
			countedText(row.counted),
			row.valueText,
			row.publisher,
			row.description,
			row.source,
			row.ours,
			...(isChosen ? [row.chosen] : []),
			row.difference,
			row.causes.map(({ name, count }) => `${count}: ${causeText(name)}`).join(' '),
			row.causes.flatMap(({ places }) => places.map(({ name }) => name)).join('; ')
		])
	};
}
