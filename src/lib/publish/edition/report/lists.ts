import type { FigureTable } from '#lib/base/charts/figure.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { m } from '#lib/paraglide/messages.js';
import { standingSentence } from '#lib/network/standing/why-late.ts';
import type { EditionSituation, LateInReport } from '../types.ts';

const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
const day = (key: string, label: string) => ({ key, label, kind: 'day' as const });
const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
const standing = () => text('stand_van_planning', m.edition_library_plan_standing());

/** Every library organisation, as it stands. */
export function librariesTable(
	rows: EditionSituation['libraries'],
	{ libraries: said, factDay }: LateInReport
): FigureTable {
	return {
		columns: [
			text('bibliotheek', m.edition_library()),
			text('provincie', m.edition_library_province()),
			text('status', m.edition_library_status()),
			{ key: 'locaties', label: m.edition_library_locations(), kind: 'number' },
			day('open_sinds', m.edition_library_opened()),
			day('oorspronkelijke_planning', m.edition_library_first_plan()),
			day('actuele_planning', m.edition_library_plan()),
			standing(),
			text('mijlpalen', m.edition_library_milestones())
		],
		rows: rows.map((row) => [
			row.name,
			row.province.name,
			statusLabel(row.status),
			row.locations.open,
			row.openedOn,
			row.firstPlanOn,
			row.planOn,
			standingSentence(row, said.get(row.id), factDay),
			m.edition_milestones_of({ done: row.done, applicable: row.applicable })
		])
	};
}

/** Every municipality, as the map shows it. */
export function municipalitiesTable(
	rows: EditionSituation['municipalities'],
	{ municipalities: said, factDay }: LateInReport
): FigureTable {
	return {
		columns: [
			text('gemeente', m.edition_municipality()),
			text('provincie', m.edition_library_province()),
			text('status', m.edition_library_status()),
			number('inwoners', m.progress_measure_inhabitants()),
			number('locaties', m.edition_library_locations()),
			day('open_sinds', m.edition_library_opened()),
			day('actuele_planning', m.edition_library_plan()),
			standing()
		],
		rows: rows.map((row) => [
			row.name,
			row.province.name,
			statusLabel(row.status),
			row.inhabitants,
			row.locations.open,
			row.openedOn,
			row.planOn,
			standingSentence(row, said.get(row.code), factDay)
		])
	};
}
