import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Values } from '#lib/base/form/read-form.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import { DETAIL_TRAITS, type Details } from '#lib/network/trait/details.ts';
import type { SeatPeriod } from '#lib/network/trait/seat.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { detailSaid } from '#lib/work/location/detail-said.ts';
import { detailValues } from '#lib/work/location/details-form.ts';
import { historyOf, type LocationEntry } from '#lib/work/location/history.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { readDetails } from './details-now.ts';
import { listPeriods } from './periods.ts';
import { listSeatChoice, type SeatChoice } from './record-seat.ts';

/** What the page changes: its undo too. */
export const CHANGED_HERE = [...DETAIL_TRAITS, 'seat'] as const;

export interface DetailsPage {
	details: Details;
	/** What the fields of the form say of them. */
	values: Values;
	basedOn: number | null;
	/** Where it stands last, the newest row that says so, and to where this user may move it. */
	seat: SeatPeriod | null;
	seatBasedOn: number | null;
	choice: SeatChoice;
	entries: LocationEntry[];
}

/** What the page with the details of a location shows to who works on it. */
export async function readDetailsPage(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	today: Day
): Promise<DetailsPage> {
	const said = await listTraits(db, point.id, CHANGED_HERE);
	const periods = await listPeriods(db, point.id);
	const ofDetails = said.filter(({ trait }) => trait !== 'seat');
	const details = await readDetails(db, point.id, ofDetails, today);
	const locale = getLocale();
	return {
		details,
		values: detailValues(details, locale),
		basedOn: ofDetails.at(-1)?.id ?? null,
		seat: periods.at(-1) ?? null,
		seatBasedOn: said.findLast(({ trait }) => trait === 'seat')?.id ?? null,
		choice: await listSeatChoice(db, user, today),
		entries: historyOf(
			said,
			(row) => detailSaid(row, locale),
			(row) => mayUndo(user, row, point.library),
			locale
		)
	};
}
