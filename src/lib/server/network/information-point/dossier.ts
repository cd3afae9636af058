import type { Kysely } from 'kysely';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { progressOf } from '#lib/ledger/milestone/progress.ts';
import { DATED_DETAILS, withDetailsOn } from '#lib/network/information-point/details-on.ts';
import type { InformationPoint } from '#lib/network/information-point/information-point.ts';
import { HOURS_TRAITS, scheduleOf } from '#lib/network/opening-hours/schedule.ts';
import { PUBLIC_FACILITIES } from '#lib/network/trait/details.ts';
import { facilitiesOn } from '#lib/network/trait/facilities.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listLockdowns, readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { listMilestoneLines } from '#lib/server/ledger/milestone/queries.ts';
import { findLastConfirmation } from '#lib/server/ledger/milestone/last-confirmation.ts';
import { readableNotes } from '#lib/server/ledger/milestone/readable-notes.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import { readRecentChanges } from '#lib/server/network/dossier/recent-changes.ts';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import { drawMapDetail } from '#lib/server/network/dossier/map-detail.ts';
import { findInformationPointRecord, findPointStart, listInformationPointsIn } from './queries.ts';

/**
 * Everything on the page of a point on (D, K); undefined when no point has this id. `point` is
 * undefined on a day on which the point is not known yet; `startsOn` is then the first day it is.
 * Notes and the right to edit are those of `user`; without one they are those of the public.
 */
export async function readInformationPointDossier(
	db: Kysely<DB>,
	id: number,
	asOf: AsOf,
	today: Day,
	user?: User
) {
	const record = await findInformationPointRecord(db, id);
	if (!record) return undefined;
	const [points, reasons, lockdowns, startsOn, recent, confirmed, said] = await Promise.all([
		listInformationPointsIn(db, pointOf(id), asOf, today),
		readReasonLabels(db),
		listLockdowns(db, today),
		findPointStart(db, id, asOf.knownOn ?? today),
		readRecentChanges(db, user, pointOf(id), asOf, today),
		findLastConfirmation(db, pointOf(id), asOf, today),
		listTraits(db, id, [...HOURS_TRAITS, ...PUBLIC_FACILITIES, ...DATED_DETAILS])
	]);
	const point = points[0] && withDetailsOn(points[0], said, asOf);
	const lines = point
		? await listMilestoneLines(
				db,
				[libraryOf(point.library.id), pointOf(id)],
				asOf,
				today,
				readableNotes(user, point.library)
			)
		: [];
	const ownLines = lines.filter(({ subject }) => subject.level === 'information_point');
	const { factDay } = readingDays(asOf, today);
	return {
		record: { ...record, name: point?.name ?? record.name },
		map: point ? await drawPoint(db, point, factDay, asOf, today) : null,
		point,
		startsOn,
		confirmed,
		mayEdit: point !== undefined && mayEditLibrary(user, point.library),
		factDay,
		lines: ownLines,
		progress: progressOf(ownLines),
		libraryProgress: progressOf(lines.filter(({ subject }) => subject.level === 'library')),
		reasons,
		lockdowns,
		recent,
		schedule: scheduleOf(said, asOf.knownOn),
		facilities: facilitiesOn(said, asOf.validOn, asOf.knownOn)
	};
}

function drawPoint(db: Kysely<DB>, point: InformationPoint, factDay: Day, asOf: AsOf, today: Day) {
	return drawMapDetail(db, {
		name: point.name,
		focus: { municipalityCodes: [point.municipality.code] },
		points: [point],
		factDay,
		asOf,
		today,
		inTabOrder: true
	});
}
