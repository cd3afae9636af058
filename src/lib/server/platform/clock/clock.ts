import type { Kysely } from 'kysely';
import { dayInAmsterdam, type Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

const KEPT_MS = 1_000;

interface Kept {
	until: number;
	demoToday: Promise<Day | null>;
}

/** Per database handle; a handle that is gone takes its entry with it. */
const kept = new WeakMap<Kysely<DB>, Kept>();

/**
 * The product's today: the day of the demo when demo data is loaded, else the calendar day in
 * Amsterdam. The one place where the clock is read for dates; rules take the day as an argument.
 */
export async function readToday(db: Kysely<DB>, now: Date = new Date()): Promise<Day> {
	const known = kept.get(db);
	if (known && now.getTime() < known.until) return (await known.demoToday) ?? dayInAmsterdam(now);
	const demoToday = readDemoToday(db);
	kept.set(db, { until: now.getTime() + KEPT_MS, demoToday });
	demoToday.catch(() => kept.delete(db));
	return (await demoToday) ?? dayInAmsterdam(now);
}

async function readDemoToday(db: Kysely<DB>): Promise<Day | null> {
	const row = await db.selectFrom('installation').select('demoToday').executeTakeFirst();
	return row?.demoToday ?? null;
}
