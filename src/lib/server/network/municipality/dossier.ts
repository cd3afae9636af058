import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import { rolloutStatus } from '#lib/base/status/rollout-status.ts';
import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { rolloutFacts } from '#lib/network/information-point/information-point.ts';
import { openingDays } from '#lib/network/information-point/opening-days.ts';
import { libraryProvisionOn } from '#lib/network/municipality/municipality.ts';
import { findWhy } from '#lib/server/network/standing/find-why.ts';
import { listMilestoneShares } from '#lib/server/network/standing/list-milestone-shares.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readRecentChanges } from '#lib/server/network/dossier/recent-changes.ts';
import { drawMapDetail } from '#lib/server/network/dossier/map-detail.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { listLockdowns, readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { listMilestoneLines } from '#lib/server/ledger/milestone/queries.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { findMunicipality } from './queries.ts';

/**
 * Everything on the page of a municipality on (D, K); undefined when no municipality ever had this
 * code. `exists` is false on a day on which it was not there yet, or had been merged.
 */
export async function readMunicipalityDossier(
	db: Kysely<DB>,
	code: string,
	asOf: AsOf,
	today: Day,
	user?: User
) {
	const { factDay } = readingDays(asOf, today);
	const municipality = await findMunicipality(db, code, factDay);
	if (!municipality) return undefined;
	const [points, shares, reasons, lockdowns, recent] = await Promise.all([
		listInformationPointsIn(db, { municipalityCode: code }, asOf, today),
		listMilestoneShares(db, { asOf, today, filters: NO_FILTERS }, [code]),
		readReasonLabels(db),
		listLockdowns(db, today),
		readRecentChanges(db, user, { municipalityCode: code }, asOf, today)
	]);
	const facts = rolloutFacts(points, libraryProvisionOn(municipality, factDay));
	const status = rolloutStatus(facts, asOf.validOn, factDay);
	const map = await drawMapDetail(db, {
		name: municipality.name,
		focus: { municipalityCodes: [code] },
		points,
		factDay,
		asOf,
		today,
		inTabOrder: true
	});
	return {
		municipality,
		map,
		exists: holdsOn(municipality, factDay),
		factDay,
		facts,
		status,
		/** Why nothing is open yet; null when it is, or is not late. */
		why: await findWhy(db, { asOf, today, filters: NO_FILTERS }, 'municipalities', code, {
			status,
			firstPlanOn: openingDays(points).firstPlanOn,
			planOn: facts.earliestPlanOn
		}),
		/** Of the milestones of its libraries, each by its share; null without libraries. */
		milestonesShare: shares[0]?.share ?? null,
		points,
		lines: await listMilestoneLines(
			db,
			points.map(({ id }) => pointOf(id)),
			asOf,
			today
		),
		reasons,
		lockdowns,
		recent
	};
}
