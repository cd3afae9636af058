import type { Kysely } from 'kysely';
import { boughtWith } from '#lib/figures/subsidy/bought.ts';
import { computeAwards } from '#lib/figures/subsidy/compute.ts';
import type { Bought, ComputedAward } from '#lib/figures/subsidy/types.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import {
	ratesKnown,
	ratesToCompute,
	referenceDay,
	type GrantRate
} from '#lib/programme/grant/grant.ts';
import {
	knownDay,
	ofEveryStatus,
	statusDay,
	type Where
} from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listGrantRates } from '#lib/server/programme/grant/queries.ts';
import { listLibraryBases, listOpenHours } from './queries.ts';

interface Amounts {
	rates: GrantRate[];
	awards: ComputedAward[];
}

/** The rates known on (D, K), and what they come to for each library that the filters let through. */
export async function readAwards(db: Kysely<DB>, where: Where): Promise<Amounts> {
	const day = statusDay(where);
	const rates = ratesKnown(await listGrantRates(db, knownDay(where)), day);
	const computed = ratesToCompute(rates, day);
	const days = [...new Set(computed.map(referenceDay))].toSorted();
	return { rates, awards: computeAwards(computed, await listLibraryBases(db, where, days)) };
}

/**
 * What the subsidy of the last year that can be computed comes to per location, inhabitant and hour on
 * (D, K); null when there is nothing to compute. Filters by status do not apply. `headline` is of the
 * same places and dates, and so are `amounts` where they were read already: /subsidie, /voortgang and the
 * briefing of a province tell the same.
 */
export async function readBought(
	db: Kysely<DB>,
	given: Where,
	headline: Headline | Promise<Headline>,
	amounts?: Promise<Amounts>
): Promise<Bought | null> {
	const where = ofEveryStatus(given);
	const [{ awards }, hours, { locations, inhabitants }] = await Promise.all([
		amounts ?? readAwards(db, where),
		listOpenHours(db, where),
		headline
	]);
	return boughtWith(awards, { locations: locations.open, covered: inhabitants.covered, hours });
}
