import type { Kysely } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { drawMapDetail } from '#lib/server/network/dossier/map-detail.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import type { Province } from '#lib/server/network/province/queries.ts';

/** The map of a province as its own page has it; null when no boundaries are loaded. */
export async function drawBriefingMap(
	db: Kysely<DB>,
	{ code, name }: Pick<Province, 'code' | 'name'>,
	asOf: AsOf,
	today: Day
) {
	const points = await listInformationPointsIn(db, { provinceCode: code }, asOf, today);
	return drawMapDetail(db, {
		name,
		focus: { provinceCode: code },
		points,
		factDay: readingDays(asOf, today).factDay,
		asOf,
		today,
		inTabOrder: false
	});
}
