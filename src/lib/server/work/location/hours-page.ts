import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import type { OpeningSchedule } from '#lib/network/opening-hours/hours.ts';
import { HOURS_TRAITS, scheduleOf } from '#lib/network/opening-hours/schedule.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { historyOf, type LocationEntry } from '#lib/work/location/history.ts';
import { hoursSaid } from '#lib/work/location/said.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';

export interface HoursPage {
	schedule: OpeningSchedule;
	/** The newest row about the hours of a week, which its form is based on. */
	basedOn: number | null;
	entries: LocationEntry[];
}

/** What the page with the opening hours of a location shows to who works on it. */
export async function readHoursPage(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject
): Promise<HoursPage> {
	const said = await listTraits(db, point.id, HOURS_TRAITS);
	const locale = getLocale();
	return {
		schedule: scheduleOf(said),
		basedOn: said.findLast(({ trait }) => trait === 'hours')?.id ?? null,
		entries: historyOf(
			said,
			(row) => hoursSaid(row, locale),
			(row) => mayUndo(user, row, point.library),
			locale
		)
	};
}
