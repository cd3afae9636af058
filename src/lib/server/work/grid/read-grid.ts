import type { Kysely } from 'kysely';
import type { InstituteScope } from '#lib/access/account/permission.ts';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { cellOf } from '#lib/work/grid/cell-of.ts';
import { gridColumns, type GridColumn } from '#lib/work/grid/columns.ts';
import { ROWS_PER_LONG_PAGE, ROWS_PER_PAGE } from '#lib/work/grid/params.ts';
import type { GridParams, GridRow } from '#lib/work/grid/types.ts';
import { shortWarning } from '#lib/work/grid/labels.ts';
import { besideALine } from '#lib/work/update/warnings.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import { listWarnings } from '#lib/server/work/update/list-warnings.ts';
import { listRows } from './list-rows.ts';
import { listStanding } from './list-standing.ts';

export interface Grid {
	columns: GridColumn[];
	rows: GridRow[];
	total: number;
	pageCount: number;
}

/** A page of the table of one POI (or of all), in one lane, narrowed to a province or a library. */
export async function readGrid(
	db: Kysely<DB>,
	{ lane, show, province, library, long, page }: GridParams,
	supportInstituteId: InstituteScope,
	today: Day
): Promise<Grid> {
	const perPage = long ? ROWS_PER_LONG_PAGE : ROWS_PER_PAGE;
	const filter = { supportInstituteId, province, library, show, page, perPage };
	const { rows, total } = await listRows(db, filter, today);
	const [standing, warnings] = await Promise.all([
		listStanding(db, rows, today),
		listWarnings(
			db,
			rows.map(({ libraryId }) => libraryId),
			today
		)
	]);
	const columns = gridColumns(show);
	const locale = getLocale();
	return {
		columns,
		rows: rows.map(({ level, id, name, libraryName, slug }) => ({
			...{ level, id, name, libraryName },
			href: link(
				level === 'library'
					? `/bibliotheken/${slug}/bijwerken`
					: `/informatiepunten/${id}/bijwerken`
			),
			cells: columns.map(({ code, level: needed }) => {
				if (needed !== level) return null;
				const key = lineKey({ level, id, milestoneCode: code });
				return {
					...cellOf(key, lane, standing.get(key), today, locale),
					warnings: besideALine(warnings.get(key)).map(shortWarning)
				};
			})
		})),
		total,
		pageCount: Math.max(1, Math.ceil(total / perPage))
	};
}
