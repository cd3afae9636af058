import type { Kysely } from 'kysely';
import type { User } from '#lib/account/user.ts';
import type { AsOf } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import { listLibraries } from '#lib/server/coverage/list-libraries.ts';
import { listMunicipalityStands } from '#lib/server/coverage/list-municipality-stands.ts';
import { readHeadline } from '#lib/server/coverage/read-headline.ts';
import { readRecentChanges } from '#lib/server/dossier/recent-changes.ts';
import { drawMapDetail } from '#lib/server/dossier/map-detail.ts';
import { listInformationPointsIn } from '#lib/server/information-point/queries.ts';
import { readingDays } from '#lib/server/milestone/reading-days.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { listServedNames } from '#lib/server/library/list.ts';
import { NO_FILTERS } from '#lib/view/filters.ts';
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
	const [municipalities, libraries, points] = await Promise.all([
		listMunicipalityStands(db, where),
		listLibraries(db, where, { sort: 'name', direction: 'asc', page: 1 }),
		listInformationPointsIn(db, { provinceCode: province.code }, asOf, today)
	]);
	const [headline, map, recent, served] = await Promise.all([
		readHeadline(db, where, municipalities),
		drawMapDetail(db, {
			name: province.name,
			focus: { provinceCode: province.code },
			points,
			factDay: readingDays(asOf, today).factDay,
			asOf,
			today,
			inTabOrder: false
		}),
		readRecentChanges(db, user, { provinceCode: province.code }, asOf, today),
		listServedNames(
			db,
			libraries.rows.map(({ id }) => id),
			asOf.validOn
		)
	]);
	return { province, map, municipalities, libraries, headline, recent, served };
}
