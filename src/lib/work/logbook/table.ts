import type { FigureColumn, FigureTable } from '#lib/base/charts/figure.ts';
import { dayInAmsterdam } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ShownLine } from './shown-line.ts';

const column = (key: string, label: string, kind: FigureColumn['kind'] = 'text'): FigureColumn => ({
	...{ key, label, kind }
});

/** Lines of the log as the table of a file; addresses as they stand in the product. */
export function logTable(lines: readonly ShownLine[], origin: string): FigureTable {
	return {
		columns: [
			column('moment_utc', m.logbook_column_when()),
			column('dag', m.logbook_column_when(), 'day'),
			column('wie', m.logbook_who()),
			column('organisatie', m.logbook_column_organisation()),
			column('soort', m.logbook_column_kind()),
			column('wat', m.logbook_column_what()),
			column('bibliotheek', m.logbook_library()),
			column('locatie', m.logbook_column_point()),
			column('reden', m.logbook_column_reason()),
			column('toelichting', m.logbook_column_said()),
			column('adres', m.logbook_column_address())
		],
		rows: lines.map((line) => [
			...[line.at, dayInAmsterdam(new Date(line.at)), line.who, line.organisation, line.kind],
			...[line.what, line.library, line.point, line.reason, line.said],
			line.href && new URL(line.href, origin).href
		])
	};
}
