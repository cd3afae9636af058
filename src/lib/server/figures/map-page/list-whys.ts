import type { Kysely } from 'kysely';
import { isLongPast } from '#lib/base/status/rollout-status.ts';
import {
	planStandingText,
	whyText,
	type Awaited,
	type SaidOfLate
} from '#lib/network/standing/why-late.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';

/** By code or id of a row: why it is late, and that its plan is long past; absent when it is not late. */
export type Whys = Readonly<Record<string, string>>;

/** Why the rows of a page of a list are late; `known` are the reasons of all, when they were read. */
export async function listWhys(
	db: Kysely<DB>,
	where: Where,
	{ list, page }: ListRows,
	known: Reasons | null
): Promise<Whys> {
	const places = list === 'informationPoints' ? 'points' : list;
	const rows = page.rows.map((row) => ({ key: 'code' in row ? row.code : row.id, row }));
	const ids = rows.map(({ key }) => key);
	const reasons = known ?? (await listReasons(db, where, { places, ids }));
	const day = statusDay(where);
	return Object.fromEntries(
		rows.flatMap(({ key, row }) => {
			const line = lateLine(row, reasons[places].get(key), day);
			return line === null ? [] : [[String(key), line]];
		})
	);
}

function lateLine(place: Awaited, said: SaidOfLate | undefined, day: string): string | null {
	const why = whyText(place, said?.reason, day);
	if (why === null || place.planOn === null) return why;
	if (!said?.expectedOn && !isLongPast(place.planOn, day)) return why;
	const standing = planStandingText({ ...place, expectedOn: said?.expectedOn }, day);
	return standing === null ? why : `${upperFirst(standing)}. ${why}`;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
