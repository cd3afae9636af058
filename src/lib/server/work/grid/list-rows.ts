import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { inScope, type WorkScope } from '#lib/server/work/update/in-scope.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { GridParams, GridRow } from '#lib/work/grid/types.ts';

export interface ListedRow extends Pick<GridRow, 'level' | 'id' | 'name' | 'libraryName'> {
	slug: string;
	libraryId: number;
}

export interface RowFilter extends Pick<GridParams, 'show'>, WorkScope {
	/** Counted from 1. */
	page: number;
	perPage: number;
}

/** The libraries in scope by name, each before its locations: a page of them, and how many there are. */
export async function listRows(
	db: Kysely<DB>,
	{ show, page, perPage, ...scope }: RowFilter,
	today: Day
): Promise<{ rows: ListedRow[]; total: number }> {
	const { rows } = await sql<ListedRow & { total: number }>`
		with scope as materialized (
			select id, slug, name from library where ${inScope(scope, today)}
		), listed as (
			select 'library' as level, id, slug, id as library_id, name, name as library_name
			from scope where ${show} <> 'locations'
			union all
			select 'information_point', point.id, scope.slug, scope.id, point.name, scope.name
			from information_point_period period
			join scope on scope.id = period.library_id
			join information_point point on point.id = period.information_point_id
			where period.valid_from <= ${today} and ${today} < period.valid_to and ${show} <> 'libraries'
		)
		select *, (count(*) over ())::int as total from listed
		order by library_name, library_id, level desc, name, id
		limit ${perPage} offset ${(page - 1) * perPage}`.execute(db);
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
