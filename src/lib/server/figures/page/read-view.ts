import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { parseView, type ParsedView } from '#lib/base/selection/view.ts';

export interface ReadView extends ParsedView {
	where: Where;
	supportInstitutes: { slug: string; name: string }[];
}

/** Reads the view of an address, with what the database knows of the support institutes. */
export async function readView(
	db: Kysely<DB>,
	params: URLSearchParams,
	today: Day
): Promise<ReadView> {
	const supportInstitutes = await db
		.selectFrom('supportInstitute')
		.select(['slug', 'name'])
		.orderBy('name')
		.execute();
	const { view, notices } = parseView(
		params,
		today,
		supportInstitutes.map(({ slug }) => slug)
	);
	const where = { asOf: view.asOf, today, filters: view.filters };
	return { view, notices, supportInstitutes, where };
}
