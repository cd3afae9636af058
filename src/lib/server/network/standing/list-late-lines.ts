import type { Kysely } from 'kysely';
import { lateLine, type Awaited, type LateRows } from '#lib/network/standing/why-late.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listReasons, type LatePlaces } from './list-reasons.ts';

/** By code or id of a row: why it is late, and that its plan is long past or on hold; else absent. */
export type LateLines = Readonly<Record<string, string>>;

type Row = Awaited & ({ code: string } | { id: number });

export const keyOf = (row: { code: string } | { id: number }): string | number =>
	'code' in row ? row.code : row.id;

/** What a list says below the status of its rows. */
export function lateLinesOf(rows: readonly Row[], { said, factDay }: LateRows): LateLines {
	return Object.fromEntries(
		rows.flatMap((row) => {
			const line = lateLine(row, said.get(keyOf(row)), factDay);
			return line === null ? [] : [[String(keyOf(row)), line]];
		})
	);
}

/** The same, read for these rows alone. */
export async function listLateLines(
	db: Kysely<DB>,
	where: Where,
	places: LatePlaces,
	rows: readonly Row[]
): Promise<LateLines> {
	const reasons = await listReasons(db, where, { places, ids: rows.map(keyOf) });
	return lateLinesOf(rows, { said: reasons[places], factDay: statusDay(where) });
}
