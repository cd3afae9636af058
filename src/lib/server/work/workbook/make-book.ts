import type { Kysely } from 'kysely';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import type { Book } from '#lib/base/spreadsheet/book.ts';
import type { Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { locationTypeLabel, serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { csvFile } from '#lib/server/base/csv/csv-file.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { columnLabel, openingLabel, stateLabel } from '#lib/work/workbook/labels.ts';
import { explanationSheet, locationSheet, milestoneSheet } from '#lib/work/workbook/sheets.ts';
import { COLUMNS, type Column } from '#lib/work/workbook/types.ts';
import { listLocations } from './list-locations.ts';
import { readMilestoneRows, type MilestoneRow } from './read-milestones.ts';

/** What a workbook is made of. */
export interface BookScope {
	libraries: readonly { id: number; name: string }[];
	/** Only this milestone; null for all. */
	milestone: string | null;
}

/** The labels of the reasons that may be given, in the language of the reader. */
export async function listReasonLabels(db: Kysely<DB>): Promise<string[]> {
	const reasons = await listActiveReasons(db);
	return reasons.map(({ labelNl, labelEn }) => (getLocale() === 'nl' ? labelNl : labelEn));
}

/** The workbook of these libraries: milestones to fill in, locations, and an explanation. */
export async function makeBook(db: Kysely<DB>, scope: BookScope, today: Day): Promise<Book> {
	const { rows, locations } = await readScope(db, scope, today);
	const reasons = await listReasonLabels(db);
	const on = formatDay(today, getLocale());
	const about = m.workbook_explain_about({ on, count: String(scope.libraries.length) });
	return {
		title: m.workbook_title(),
		sheets: [
			milestoneSheet(rows.map(toCells), reasons),
			locationSheet(
				locations.map(({ municipalityName, locationType, serviceVariant, ...one }) => ({
					...one,
					municipality: municipalityName ?? '',
					locationType: locationTypeLabel(locationType),
					variant: serviceVariant === null ? '' : serviceVariantLabel(serviceVariant)
				}))
			),
			explanationSheet(about, reasons)
		]
	};
}

/** The same milestones as CSV, with semicolons and Dutch dates. */
export async function makeCsv(db: Kysely<DB>, scope: BookScope, today: Day): Promise<string> {
	const { rows } = await readScope(db, scope, today);
	const table = rows.map((row) => {
		const cells = toCells(row);
		return COLUMNS.map((column) => plainCell(cells[column] ?? null));
	});
	return csvFile(
		COLUMNS.map((column) => columnLabel(column)),
		table,
		{},
		{ format: 'dutch' }
	);
}

function plainCell(cell: Cell): string | number | null {
	if (typeof cell === 'object' && cell !== null) {
		return cell.day.split('-').reverse().join('-');
	}
	return typeof cell === 'boolean' ? String(cell) : cell;
}

async function readScope(db: Kysely<DB>, { libraries, milestone }: BookScope, today: Day) {
	const ids = libraries.map(({ id }) => id);
	const locations = await listLocations(db, ids, today);
	const all = await readMilestoneRows(db, libraries, locations, today);
	const rows = all.filter((row) => milestone === null || row.milestoneCode === milestone);
	return { rows, locations };
}

function toCells(row: MilestoneRow): Partial<Record<Column, Cell>> {
	const { subject, milestoneCode, firstPlanOn, planOn, forecastOn, stamp } = row;
	const day = (one: Day | null) => one && { day: one };
	return {
		library: subject.library.name,
		point: subject.level === 'library' ? null : subject.name,
		milestone: milestoneLabel(milestoneCode),
		firstPlanOn: day(firstPlanOn),
		planOn: day(planOn),
		forecastOn: day(forecastOn),
		state: row.state === 'open' ? null : stateLabel(row.state),
		stateOn: day(row.stateOn),
		openingForm: row.openingForm && openingLabel(row.openingForm),
		stamp
	};
}
