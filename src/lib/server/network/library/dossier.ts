import type { Kysely } from 'kysely';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import { rolloutStatus } from '#lib/base/status/rollout-status.ts';
import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { rolloutFacts } from '#lib/network/information-point/information-point.ts';
import { openingDays } from '#lib/network/information-point/opening-days.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { progressOf } from '#lib/ledger/milestone/progress.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readRecentChanges } from '#lib/server/network/dossier/recent-changes.ts';
import { drawMapDetail } from '#lib/server/network/dossier/map-detail.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { listLockdowns, readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { listMilestoneLines } from '#lib/server/ledger/milestone/queries.ts';
import { findLastConfirmation } from '#lib/server/ledger/milestone/last-confirmation.ts';
import { readableNotes } from '#lib/server/ledger/milestone/readable-notes.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import { findWhy } from '#lib/server/network/standing/find-why.ts';
import { findLibrary, listServedMunicipalities } from './queries.ts';

/**
 * Everything on the page of a library on (D, K); undefined when no library ever had this slug. On a
 * day on which it is not active (`isActive` false) there are no points and nothing was planned. Notes
 * and the right to edit are those of `user`; without one they are those of the public.
 */
export async function readLibraryDossier(
	db: Kysely<DB>,
	slug: string,
	asOf: AsOf,
	today: Day,
	user?: User
) {
	const library = await findLibrary(db, slug);
	if (!library) return undefined;
	const { factDay } = readingDays(asOf, today);
	const [points, workArea, reasons, lockdowns, recent, confirmed] = await Promise.all([
		listInformationPointsIn(db, libraryOf(library.id), asOf, today),
		listServedMunicipalities(db, library.id, factDay),
		readReasonLabels(db),
		listLockdowns(db, today),
		readRecentChanges(db, user, libraryOf(library.id), asOf, today),
		findLastConfirmation(db, libraryOf(library.id), asOf, today)
	]);
	const lines = await listMilestoneLines(
		db,
		[libraryOf(library.id), ...points.map(({ id }) => pointOf(id))],
		asOf,
		today,
		readableNotes(user, library)
	);
	const map = await drawMapDetail(db, {
		name: library.name,
		focus: {
			municipalityCodes: workArea.filter((area) => holdsOn(area, factDay)).map(({ code }) => code)
		},
		points,
		factDay,
		asOf,
		today,
		inTabOrder: false
	});
	const status = rolloutStatus(rolloutFacts(points), asOf.validOn, factDay);
	const { firstPlanOn, awaited } = openingDays(points);
	return {
		library,
		map,
		mayEdit: mayEditLibrary(user, library),
		isActive: holdsOn({ validFrom: library.activeFrom, validTo: library.activeTo }, factDay),
		factDay,
		status,
		/** Why nothing is open yet; null when it is, or is not late. */
		why: await findWhy(db, { asOf, today, filters: NO_FILTERS }, 'libraries', library.id, {
			status,
			firstPlanOn,
			planOn: awaited?.planOn ?? null
		}),
		points,
		lines,
		confirmed,
		progress: progressOf(lines),
		workArea,
		reasons,
		lockdowns,
		recent
	};
}

export type LibraryDossier = NonNullable<Awaited<ReturnType<typeof readLibraryDossier>>>;
