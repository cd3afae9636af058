import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { createDemoAccounts } from '#lib/server/access/account/demo-accounts.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { generateStory } from './demo/generate-story.ts';
import { insertCosts } from './demo/insert-costs.ts';
import { insertCourseCounts } from './demo/insert-course-counts.ts';
import { insertPartners } from './demo/insert-partners.ts';
import { insertStory } from './demo/insert-story.ts';
import { insertSourceChecks } from './demo/insert-source-checks.ts';
import { insertToolkit } from './demo/insert-toolkit.ts';
import { demoHours } from './demo/opening-hours.ts';
import { demoStaffAndGids } from './demo/staff-and-gids.ts';
import { storyUntil } from './demo/story.ts';
import { insertBoundaries } from './insert-boundaries.ts';
import { insertRows } from './insert-rows.ts';
import { insertOpenings } from './reference/insert-openings.ts';
import {
	insertGrants,
	insertPlaces,
	insertReference,
	type ReferenceIds
} from './reference/insert-reference.ts';
import { readReference, type Reference } from './reference/reference.ts';
import { TOOLKIT_ITEMS } from './reference/toolkit-items.ts';

type Log = (line: string) => void;

/**
 * Fills an empty database with the reference data only: what exists and which openings are known, with
 * sources, and nothing invented. Does nothing when there are libraries already; answers whether it seeded. One
 * transaction. `ownerDb` connects as the owner of the tables, which have been migrated.
 */
export async function seedReference(
	ownerDb: Kysely<DB>,
	options: { log?: Log } = {}
): Promise<boolean> {
	return seedWhenEmpty(ownerDb, options.log, async (trx, log) => {
		const { reference, ids } = await seedFacts(trx, log);
		const openings = await insertOpenings(trx, reference, ids);
		log(`Known openings: ${openings}, each from a public source.`);
		await sql`update installation set seeded_at = clock_timestamp()`.execute(trx);
	});
}

/**
 * Fills an empty database with reference data and the demo story as it was recorded by the end of
 * `demoToday`, which the product then calls today. Otherwise as {@link seedReference}.
 */
export async function seedAll(
	ownerDb: Kysely<DB>,
	options: { demoToday: Day; log?: Log }
): Promise<boolean> {
	return seedWhenEmpty(ownerDb, options.log, async (trx, log) => {
		const { reference, ids } = await seedFacts(trx, log);
		const story = storyUntil(generateStory(reference), options.demoToday);
		await insertStory(trx, story, ids);
		await insertRows(trx, 'pointTrait', demoHours(story, options.demoToday));
		await insertRows(trx, 'pointTrait', demoStaffAndGids(story, options.demoToday));
		await insertToolkit(trx, reference, ids, options.demoToday);
		await insertCosts(trx, reference, ids, options.demoToday);
		await insertSourceChecks(trx, options.demoToday);
		await insertCourseCounts(trx, reference, ids, options.demoToday);
		await insertPartners(trx, reference, ids, options.demoToday);
		await sql`update installation
			set demo_data = true, demo_today = ${options.demoToday}, seeded_at = clock_timestamp()`.execute(
			trx
		);
		await createDemoAccounts(trx);
		await sql`update data_version set last_recorded_at =
			greatest(last_recorded_at, (select max(recorded_at) from event))`.execute(trx);
		const { events, points } = story;
		log(`Demo story up to ${options.demoToday}: ${points.length} points, ${events.length} events.`);
	});
}

/**
 * Gives an installation from before there were places the places of the reference data. Does nothing
 * when there are any, or when the database is empty; answers whether it did.
 */
export async function addPlaces(ownerDb: Kysely<DB>): Promise<boolean> {
	return ownerDb.transaction().execute(async (trx) => {
		await sql`select from data_version for update`.execute(trx);
		const { rows } =
			await sql`select from library where not exists (select from place) limit 1`.execute(trx);
		if (rows.length === 0) return false;
		await insertPlaces(trx, readReference());
		return true;
	});
}

/** The same for the subsidy schemes. */
export async function addGrants(ownerDb: Kysely<DB>): Promise<boolean> {
	return ownerDb.transaction().execute(async (trx) => {
		await sql`select from data_version for update`.execute(trx);
		const { rows } =
			await sql`select from library where not exists (select from grant_scheme) limit 1`.execute(
				trx
			);
		if (rows.length === 0) return false;
		await insertGrants(trx);
		return true;
	});
}

/** The same for the items of the toolkit. */
export async function addToolkit(ownerDb: Kysely<DB>): Promise<boolean> {
	return ownerDb.transaction().execute(async (trx) => {
		await sql`select from data_version for update`.execute(trx);
		const { rows } =
			await sql`select from library where not exists (select from toolkit_item) limit 1`.execute(
				trx
			);
		if (rows.length === 0) return false;
		await insertRows(trx, 'toolkitItem', TOOLKIT_ITEMS);
		return true;
	});
}

async function seedFacts(
	trx: Transaction<DB>,
	log: Log
): Promise<{ reference: Reference; ids: ReferenceIds }> {
	const reference = readReference();
	const ids = await insertReference(trx, reference);
	const { libraries, municipalities } = reference;
	log(`Facts: ${libraries.length} library organisations, ${municipalities.length} municipalities.`);
	await insertBoundaries(trx, municipalities);
	log('Map: schematic boundaries, one set for each period between municipal changes.');
	return { reference, ids };
}

/** Locks the one row that every write locks, so that two processes do not seed at once. */
async function seedWhenEmpty(
	ownerDb: Kysely<DB>,
	log: Log = () => undefined,
	seed: (trx: Transaction<DB>, log: Log) => Promise<void>
): Promise<boolean> {
	const seeded = await ownerDb.transaction().execute(async (trx) => {
		await sql`select from data_version for update`.execute(trx);
		const { rows } = await sql`select from library limit 1`.execute(trx);
		if (rows.length > 0) {
			log('There is data already; nothing was seeded.');
			return false;
		}
		await seed(trx, log);
		return true;
	});
	// Without statistics the first pages of a new installation would be planned badly.
	if (seeded) {
		await sql`vacuum (analyze) event, milestone_state, information_point_state, information_point,
			information_point_period, library, library_municipality, municipality, population,
			place, place_municipality, municipality_name`.execute(ownerDb);
	}
	return seeded;
}

if (import.meta.main) {
	const { runSeedCommand } = await import('./seed-command.ts');
	await runSeedCommand(process.argv.slice(2), { all: seedAll, reference: seedReference });
}
