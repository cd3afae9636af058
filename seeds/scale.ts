import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import { rebuildKeptRows } from '#lib/server/ledger/event/kept-rows.ts';
import { copyAll, refreshPoints } from './scale/copy-all.ts';
import { lengthenHistories } from './scale/lengthen-histories.ts';
import { withoutIndexes } from './scale/without-indexes.ts';
import { withoutTriggers } from './scale/without-triggers.ts';

/** 108 × 139 organisations, 617 points and 27,800 events: 15,000, 66,000 and 3 million. */
const COPIES = 108;
const EVENTS_PER_COPY = 27_800;

interface ScaleOptions {
	/** How often the seeded data is there afterwards, the original included. */
	copies?: number;
	/** How many events each copy has, at least those of the seeds. */
	eventsPerCopy?: number;
	log?: (line: string) => void;
}

/**
 * Makes the seeded database of 31 January 2022 about a hundred times as large, for measuring: the
 * same 355 municipalities, copies of libraries and points with longer histories, their days shifted
 * by up to a week and the points a little moved. Takes minutes; `ownerDb` connects as the owner of
 * the tables, or faster as a superuser, who may leave out the checks of foreign keys. Only for a
 * database that nobody else uses: indexes are dropped and made again.
 */
export async function scaleUp(ownerDb: Kysely<DB>, options: ScaleOptions = {}): Promise<void> {
	const log = options.log ?? (() => undefined);
	await ownerDb.transaction().execute(async (trx) => {
		await lengthenHistories(trx, options.eventsPerCopy ?? EVENTS_PER_COPY);
		await rebuildMilestoneState(trx);
		log('Histories are longer.');
		await withoutTriggers(trx, ['event', 'milestone_state', 'information_point_period'], () =>
			withoutIndexes(trx, ['event', 'milestone_state'], () =>
				copyAll(trx, options.copies ?? COPIES, log)
			)
		);
		log('Indexes are back.');
		await withoutIndexes(trx, ['milestone_standing', 'last_look'], () => rebuildKeptRows(trx));
		log('Milestones stand where they stand.');
		await withoutIndexes(trx, ['information_point_state'], () => refreshPoints(trx));
		log('Points are projected.');
		await moveSequences(trx);
	});
	await sql`vacuum (analyze)`.execute(ownerDb);
	log('Statistics are up to date.');
}

async function moveSequences(trx: Transaction<DB>): Promise<void> {
	for (const table of ['library', 'information_point', 'event']) {
		await sql`select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${sql.table(table)}`.execute(
			trx
		);
	}
	await sql`update data_version set version = version + 1`.execute(trx);
}
