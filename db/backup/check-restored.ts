import { sql, type Kysely, type Transaction } from 'kysely';
import type pg from 'pg';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { KEY_FILE } from '#lib/publish/edition/checksums.ts';
import { quarterOf } from '#lib/base/as-of/quarter.ts';
import { verifyEdition, type Finding } from '#lib/server/publish/edition/verify.ts';
import { rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import { KEPT_TABLES, rebuildKeptRows } from '#lib/server/ledger/event/kept-rows.ts';
import { copyOut, type Exchange } from './exchange.ts';
import { listTables } from './list-tables.ts';
import type { Manifest } from './manifest.ts';

/**
 * Proves that a database is what the backup was made of: the same rows, projections that follow from
 * the ledger, and editions whose signatures are right. Changes nothing.
 */
export async function checkRestored(
	client: pg.Client,
	ownerDb: Kysely<DB>,
	exchange: Exchange,
	manifest: Manifest
): Promise<Finding[]> {
	return [
		...(await checkRows(client, exchange, manifest)),
		...(await checkProjections(ownerDb)),
		...(await checkEditions(ownerDb))
	];
}

async function checkRows(
	client: pg.Client,
	exchange: Exchange,
	manifest: Manifest
): Promise<Finding[]> {
	const wrong: Finding[] = [];
	const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
	let sum = 0;
	for (const [name, { rows, sha256 }] of Object.entries(manifest.tables)) {
		const table = tables.get(name);
		const found = table && (await copyOut(client, exchange, table));
		sum += found?.rows ?? 0;
		if (found?.rows !== rows) {
			wrong.push({
				ok: false,
				text: `${name} has ${found?.rows ?? 'no'} rows instead of ${rows}.`
			});
		} else if (found.sha256 !== sha256) {
			wrong.push({ ok: false, text: `${name} has other rows than were written down.` });
		}
	}
	const text = `All ${sum} rows of ${tables.size} tables are as they were written down.`;
	return wrong.length > 0 ? wrong : [{ ok: true, text }];
}

const PROJECTIONS = [
	'milestone_state',
	'information_point_state',
	...KEPT_TABLES.map(({ table }) => table)
];

/** Makes the projections again from the ledger, compares, and takes it back. */
async function checkProjections(ownerDb: Kysely<DB>): Promise<Finding[]> {
	const compared = new Undone<Finding[]>();
	const work = ownerDb.transaction().execute(async (trx) => {
		const before = await Promise.all(PROJECTIONS.map((table) => hashOf(trx, table)));
		await rebuildMilestoneState(trx);
		await rebuildKeptRows(trx);
		await sql`select refresh_information_point_state(array(select id from information_point))`.execute(
			trx
		);
		const after = await Promise.all(PROJECTIONS.map((table) => hashOf(trx, table)));
		compared.value = PROJECTIONS.map((table, index) => {
			const ok = before[index] === after[index];
			return {
				ok,
				text: `${table} ${ok ? 'follows' : 'does NOT follow'} from the ledger.`
			};
		});
		throw compared;
	});
	await work.catch((error: unknown) => {
		if (error !== compared) throw error;
	});
	return compared.value ?? [];
}

/** Ends a transaction without keeping it, and carries what was found out in it. */
class Undone<T> extends Error {
	value: T | undefined;
}

async function hashOf(trx: Transaction<DB>, table: string): Promise<string | null> {
	const { rows } = await sql<{ hash: string | null }>`
		select md5(string_agg(line, e'\n' order by line)) as hash
		from (select md5(t::text) as line from ${sql.table(table)} t) lines`.execute(trx);
	return rows[0]?.hash ?? null;
}

async function checkEditions(db: Kysely<DB>): Promise<Finding[]> {
	const editions = await db
		.selectFrom('edition')
		.innerJoin('editionKey', 'editionKey.fingerprint', 'edition.keyFingerprint')
		.select(['edition.id', 'edition.quarterEnd', 'editionKey.publicKey'])
		.orderBy('edition.quarterEnd')
		.execute();
	const files = await db
		.selectFrom('editionFile')
		.select(['editionId', 'name', 'content'])
		.execute();
	if (editions.length === 0) return [{ ok: true, text: 'There are no editions.' }];
	return editions.flatMap(({ id, quarterEnd, publicKey }): Finding[] => {
		const quarter = quarterOf(quarterEnd).code;
		const own = files.filter(({ editionId }) => editionId === id);
		const found = new Map<string, Uint8Array>(own.map(({ name, content }) => [name, content]));
		found.set(KEY_FILE, Buffer.from(publicKey));
		const wrong = verifyEdition(found, { quarter }).filter(({ ok }) => !ok);
		if (wrong.length === 0) return [{ ok: true, text: `Edition ${quarter} verifies.` }];
		return wrong.map(({ text }) => ({ ok: false, text: `Edition ${quarter}: ${text}` }));
	});
}
