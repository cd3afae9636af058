import type { Figure } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { PRECISION_WORDS } from '#lib/base/day/format-precise.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { NewLocation, NewLocations } from './types.ts';

/** "4e kwartaal 2021" */
export const quarterName = ({ number, year }: { number: number; year: number }) =>
	m.question_quarter({ number, year });

const yesNo = (value: boolean) => (value ? m.question_yes() : m.question_no());

/** Whether the quarter already counted it when it ended. */
export const wasCounted = ({ knownOn }: NewLocation, { end }: { end: string }) => knownOn <= end;

/** The locations that opened in a quarter, with what was known of them when it ended. */
export function newLocationsFigure(read: NewLocations): Omit<Figure, 'panels'> {
	const { quarter, rows } = read;
	return {
		id: 'locaties',
		title: m.new_locations_title({ quarter: quarterName(quarter) }),
		sentence: newLocationsSentence(read),
		table: {
			columns: [
				{ key: 'locatie', label: m.new_locations_column_name(), kind: 'text' },
				{ key: 'id', label: m.new_locations_column_id(), kind: 'number' },
				{ key: 'bibliotheek', label: m.new_locations_column_library(), kind: 'text' },
				{ key: 'adres', label: m.new_locations_column_address(), kind: 'text' },
				{ key: 'postcode', label: m.new_locations_column_postcode(), kind: 'text' },
				{ key: 'plaats', label: m.new_locations_column_town(), kind: 'text' },
				{ key: 'gemeente', label: m.new_locations_column_municipality(), kind: 'text' },
				{ key: 'gemeentecode', label: m.new_locations_column_code(), kind: 'text' },
				{ key: 'provincie', label: m.new_locations_column_province(), kind: 'text' },
				{ key: 'poi', label: m.new_locations_column_institute(), kind: 'text' },
				{ key: 'geopend_op', label: m.new_locations_column_opened(), kind: 'day' },
				{ key: 'geopend_op_precisie', label: m.new_locations_column_precision(), kind: 'text' },
				{ key: 'bekend_sinds', label: m.new_locations_column_known(), kind: 'day' },
				{ key: 'toen_meegeteld', label: m.new_locations_column_counted(), kind: 'text' },
				{ key: 'in_bibliotheek', label: m.new_locations_column_in_library(), kind: 'text' },
				{ key: 'definitief_gesloten', label: m.new_locations_column_closed(), kind: 'text' },
				{ key: 'verzonnen', label: m.new_locations_column_invented(), kind: 'text' }
			],
			rows: rows.map((row) => [
				...[row.name, row.id, row.library, row.address, row.postcode, row.town],
				...[row.municipality, row.municipalityCode, row.province, row.institute],
				...[
					row.openedOn,
					PRECISION_WORDS[row.openedPrecision],
					row.knownOn,
					yesNo(wasCounted(row, quarter))
				],
				...[yesNo(!row.outsideLibrary), yesNo(row.isClosed), yesNo(row.isInvented)]
			])
		},
		definitions: [
			{ anchor: 'gerealiseerd', about: m.explain_term_gerealiseerd() },
			{ anchor: 'locaties', about: m.explain_term_locaties() },
			{ anchor: 'meldtijd', about: m.explain_term_meldtijd() }
		]
	};
}

/** How many opened, and how many of these were counted when the quarter ended. */
export function newLocationsSentence({ quarter, rows, view, today }: NewLocations): string {
	const name = quarterName(quarter);
	const until = view.asOf.knownOn ?? today;
	if (rows.length === 0) return m.new_locations_none({ quarter: name });
	const opened = m.new_locations_opened({
		quarter: name,
		count: rows.length,
		number: formatNumber(rows.length)
	});
	const end = formatDay(quarter.end, getLocale());
	// A quarter that still runs has nothing that came in after it.
	if (until <= quarter.end) return opened;
	const late = rows.filter((row) => !wasCounted(row, quarter)).length;
	if (late === 0) return `${opened} ${m.new_locations_all_known({ end })}`;
	const known = rows.length - late;
	if (known === 0) return `${opened} ${m.new_locations_all_late({ end })}`;
	const then = m.new_locations_known_then({
		...{ end, knownCount: known, known: formatNumber(known) },
		...{ count: late, late: formatNumber(late) }
	});
	return `${opened} ${then}`;
}

/** The files of the page: `/nieuwe-locaties/NAME.csv`, and what each is of. */
export const newLocationsFiles = [{ name: 'locaties', of: newLocationsFigure }] as const;
