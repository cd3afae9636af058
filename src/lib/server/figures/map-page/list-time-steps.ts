import type { Kysely } from 'kysely';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { LRUCache } from 'lru-cache';
import { changesOf } from '#lib/figures/progress/curve.ts';
import { factChanges } from '#lib/figures/progress/fact-changes.ts';
import { listEventDays } from './list-event-days.ts';
import { knownDay, ofEveryStatus, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibrariesEver } from '#lib/server/ledger/point-states/select-libraries.ts';
import { listFactChangesEver } from '#lib/server/figures/progress/list-fact-changes.ts';
import { countOnDays, type DayChange, type TimeStep } from '#lib/figures/map-page/time-steps.ts';

/** Views differ in their filters and in K only; this many are kept per version of the data. */
const MOST_KEPT = 40;

/** What was counted for one version of the data; a database handle that is gone takes it along. */
interface Kept {
	version: number;
	steps: LRUCache<string, TimeStep[]>;
	/** Organisations that come and go, whatever is known of their points. */
	active: LRUCache<string, readonly DayChange[]>;
}

const keptOf = new WeakMap<Kysely<DB>, Kept>();

function keptFor(db: Kysely<DB>, version: number): Kept {
	const known = keptOf.get(db);
	if (known?.version === version) return known;
	const fresh: Kept = {
		version,
		steps: new LRUCache({ max: MOST_KEPT }),
		active: new LRUCache({ max: MOST_KEPT })
	};
	keptOf.set(db, fresh);
	return fresh;
}

async function keep<T extends object>(
	kept: LRUCache<string, T>,
	key: string,
	read: () => Promise<T>
): Promise<T> {
	const value = kept.get(key) ?? (await read());
	kept.set(key, value);
	return value;
}

/**
 * The steps of the time slider: the first day there is, and the days on which a point opened, closed or reopened, with the
 * organisations that had a realised point and all there were. They do not depend on the day looked at,
 * so they are kept until the data changes.
 */
export function listTimeSteps(
	db: Kysely<DB>,
	where: Where,
	dataVersion: number
): Promise<TimeStep[]> {
	const kept = keptFor(db, dataVersion);
	const { search } = where.filters;
	// A search also looks at where libraries are on the day looked at.
	const day = search ? where.asOf.validOn : null;
	const filters = JSON.stringify({ ...ofEveryStatus(where).filters, day });
	return keep(kept.steps, `${knownDay(where)} ${filters}`, async () => {
		const [changed, open, total] = await Promise.all([
			listEventDays(db, where),
			listOpenChanges(db, where),
			keep(kept.active, search ? `${knownDay(where)} ${filters}` : filters, () =>
				listActiveChanges(db, where)
			)
		]);
		const days = [FIRST_DAY, ...changed.filter((day) => day > FIRST_DAY)];
		const opens = countOnDays(days, open);
		const totals = countOnDays(days, total);
		return days.map((day, index) => ({ day, open: opens[index] ?? 0, total: totals[index] ?? 0 }));
	});
}

/** By how many the organisations with a realised point change, per day: as the headline counts them. */
async function listOpenChanges(db: Kysely<DB>, where: Where): Promise<readonly DayChange[]> {
	return changesOf(await listFactChangesEver(db, where, 'organisations'), [], null).fact;
}

/** By how many the organisations change, per day. */
async function listActiveChanges(db: Kysely<DB>, where: Where): Promise<readonly DayChange[]> {
	const { libraries, rows } = await readLibrariesEver(db, where);
	const { province, activeFrom, activeTo } = libraries;
	const changes = factChanges((count) => {
		for (const row of rows) count(province[row]!, activeFrom[row]!, activeTo[row]!, 1);
	});
	return changesOf(changes, [], null).fact;
}
