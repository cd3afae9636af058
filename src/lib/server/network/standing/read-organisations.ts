import { sql, type Kysely } from 'kysely';
import { rolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { FOREVER_NUMBER, toDayNumber } from '#lib/base/day/day-number.ts';
import { standingOf, type PlaceStandings } from '#lib/ledger/point-states/place-standings.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibrariesOn } from '#lib/server/ledger/point-states/select-libraries.ts';
import { readPlaceStandings } from '#lib/server/ledger/point-states/select-states.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';

/** Organisations active on D, as known on K. */
export interface Organisations {
	/** All, with a realised point, and with a first plan on or before D. */
	counts: Headline['organisations'];
	/** How many of them have one of the statuses asked for: all, when none is. */
	selected: number;
	/** Those without a realised point: how many, and the ids of the first by their first plan. */
	waiting: { total: number; first: readonly number[] };
}

/**
 * Counts the organisations and finds the first `shown` that still wait, whatever the statuses asked
 * for; those decide only how many are `selected`.
 */
export async function readOrganisations(
	db: Kysely<DB>,
	where: Where,
	shown = 0
): Promise<Organisations> {
	const [standings, { libraries, rows }] = await Promise.all([
		readPlaceStandings(db, where, 'libraryId'),
		readLibrariesOn(db, where)
	]);
	const plannedBy = toDayNumber(where.asOf.validOn);
	const waiting: number[] = [];
	let selected = 0;
	const counts = { total: 0, open: 0, planned: 0 };
	for (const row of rows) {
		const id = libraries.id[row]!;
		counts.total++;
		if (hasStatus(standings, id, where)) selected++;
		if (standings.realised[id]) counts.open++;
		else waiting.push(id);
		if (firstPlanOf(standings, id) <= plannedBy) counts.planned++;
	}
	const first = shown > 0 ? await findFirst(db, waiting, standings, shown) : [];
	return { counts, selected, waiting: { total: waiting.length, first } };
}

const firstPlanOf = ({ firstPlanOn }: PlaceStandings, id: number) =>
	firstPlanOn[id] ?? FOREVER_NUMBER;

/** Whether the statuses asked for let it through. */
function hasStatus(standings: PlaceStandings, id: number, where: Where): boolean {
	const { statuses } = where.filters;
	if (statuses.length === 0) return true;
	const { awaitedOn, ...facts } = standingOf(standings, id);
	const place = { ...facts, earliestPlanOn: awaitedOn, libraryProvision: 'served' as const };
	return statuses.includes(rolloutStatus(place, where.asOf.validOn, statusDay(where)));
}

/** The first by first plan and then by name; without a plan they come last. */
async function findFirst(
	db: Kysely<DB>,
	waiting: readonly number[],
	standings: PlaceStandings,
	shown: number
): Promise<number[]> {
	const planOf = (id: number) => firstPlanOf(standings, id);
	const last = Int32Array.from(waiting, planOf).sort()[Math.min(shown, waiting.length) - 1];
	// Names matter only among those that are planned as early as the last one shown.
	const early = waiting.filter((id) => last !== undefined && planOf(id) <= last);
	if (early.length === 0) return [];
	const query = sql<{ id: number }>`
		select library.id from unnest(${early}::int[], ${early.map(planOf)}::int[]) early(id, plan)
			join library on library.id = early.id
		order by early.plan, library.searchable, library.id limit ${shown}`;
	return (await query.execute(db)).rows.map(({ id }) => id);
}
