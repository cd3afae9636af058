import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { listLateLines } from '#lib/server/network/standing/list-late-lines.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readRecentChanges } from '#lib/server/network/dossier/recent-changes.ts';
import { drawMapDetail } from '#lib/server/network/dossier/map-detail.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { listLockdowns, readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { listMilestoneLines } from '#lib/server/ledger/milestone/queries.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listFirstPoints } from '#lib/server/network/library/first-points.ts';
import { listServedNames } from '#lib/server/network/library/list.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { findProvince } from './queries.ts';

/** Everything on the page of a province on (D, K); undefined when there is no such province. */
export async function readProvinceDossier(
	db: Kysely<DB>,
	slug: string,
	asOf: AsOf,
	today: Day,
	user?: User
) {
	const province = await findProvince(db, slug);
	if (!province) return undefined;
	const where = { asOf, today, filters: { ...NO_FILTERS, province: slug } };
	const { factDay } = readingDays(asOf, today);
	const [municipalities, libraries, points, reasons, lockdowns] = await Promise.all([
		listMunicipalityStandings(db, where),
		listLibraries(db, where, { sort: 'name', direction: 'asc', page: 1 }),
		listInformationPointsIn(db, { provinceCode: province.code }, asOf, today),
		readReasonLabels(db),
		listLockdowns(db, today)
	]);
	const libraryIds = libraries.rows.map(({ id }) => id);
	const [headline, map, recent, served, firstPoints, late, lateLibraries] = await Promise.all([
		readHeadline(db, where, { municipalities }),
		drawMapDetail(db, {
			name: province.name,
			focus: { provinceCode: province.code },
			points,
			factDay,
			asOf,
			today,
			inTabOrder: false
		}),
		readRecentChanges(db, user, { provinceCode: province.code }, asOf, today),
		listServedNames(db, libraryIds, factDay),
		readFirstOpenings(db, where, libraryIds),
		listLateLines(db, where, 'municipalities', municipalities),
		listLateLines(db, where, 'libraries', libraries.rows)
	]);
	return {
		...{ province, map, municipalities, libraries, headline, recent, served },
		...{ firstPoints, factDay, reasons, lockdowns },
		whys: { municipalities: late, libraries: lateLibraries }
	};
}

/** How the opening of the first point of each library went; notes are left to the library's page. */
async function readFirstOpenings(db: Kysely<DB>, where: Where, libraryIds: readonly number[]) {
	const points = await listFirstPoints(db, where, libraryIds);
	const lines = await listMilestoneLines(
		db,
		points.map(({ informationPointId }) => pointOf(informationPointId)),
		where.asOf,
		where.today
	);
	const openings = new Map(
		lines.filter((line) => line.milestoneCode === 'opening').map((line) => [line.subject.id, line])
	);
	return points.flatMap(({ libraryId, informationPointId, name }) => {
		const opening = openings.get(informationPointId);
		return opening ? [{ libraryId, name, opening }] : [];
	});
}
