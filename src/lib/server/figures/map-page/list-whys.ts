import type { Kysely } from 'kysely';
import type { LateRows } from '#lib/network/standing/why-late.ts';
import {
	keyOf,
	lateLinesOf,
	type LateLines
} from '#lib/server/network/standing/list-late-lines.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';

export type Whys = LateLines;

/** What was said of the rows of a page of a list; `known` is what was said of all, when it was read. */
export async function readLateRows(
	db: Kysely<DB>,
	where: Where,
	{ list, page }: ListRows,
	known: Reasons | null
): Promise<LateRows> {
	const places = list === 'informationPoints' ? 'points' : list;
	const ids = page.rows.map(keyOf);
	const reasons = known ?? (await listReasons(db, where, { places, ids }));
	return { said: reasons[places], factDay: statusDay(where) };
}

/** Why the rows of a page of a list are late; `known` as for `readLateRows`. */
export async function listWhys(
	db: Kysely<DB>,
	where: Where,
	list: ListRows,
	known: Reasons | null
): Promise<Whys> {
	return lateLinesOf(list.page.rows, await readLateRows(db, where, list, known));
}
