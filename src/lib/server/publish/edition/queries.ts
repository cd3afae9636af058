import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { readContent, type EditionContent } from '#lib/publish/edition/read-content.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A frozen quarter, without its files. */
export interface EditionRow {
	id: number;
	quarterEnd: Day;
	knownOn: Day;
	demoData: boolean;
	previousQuarterEnd: Day | null;
	fingerprint: string;
	/** Moment in UTC, to the second. */
	frozenAt: string;
	/** Organisation of the author. */
	organisation: string;
}

function selectEditions(db: Kysely<DB>) {
	return db
		.selectFrom('edition')
		.select((eb) => [
			'id',
			'quarterEnd',
			'knownOn',
			'demoData',
			'previousQuarterEnd',
			'keyFingerprint as fingerprint',
			'frozenFor as organisation',
			sql<string>`to_char(${eb.ref('frozenAt')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`.as(
				'frozenAt'
			)
		]);
}

/** Every edition, the last quarter first. */
export async function listEditions(db: Kysely<DB>): Promise<EditionRow[]> {
	return await selectEditions(db).orderBy('quarterEnd', 'desc').execute();
}

/** The edition of the quarter that ends on this day. */
export async function findEdition(
	db: Kysely<DB>,
	quarterEnd: Day
): Promise<EditionRow | undefined> {
	return await selectEditions(db).where('quarterEnd', '=', quarterEnd).executeTakeFirst();
}

/** The last edition of a quarter before the one that ends on this day. */
export async function findEditionBefore(
	db: Kysely<DB>,
	quarterEnd: Day
): Promise<EditionRow | undefined> {
	return await selectEditions(db)
		.where('quarterEnd', '<', quarterEnd)
		.orderBy('quarterEnd', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Name, size and checksum of the files of an edition. */
export async function listEditionFiles(
	db: Kysely<DB>,
	editionId: number
): Promise<{ name: string; bytes: number; sha256: string }[]> {
	return await db
		.selectFrom('editionFile')
		.select((eb) => [
			'name',
			sql<number>`length(${eb.ref('content')})`.as('bytes'),
			sql<string>`encode(${eb.ref('sha256')}, 'hex')`.as('sha256')
		])
		.where('editionId', '=', editionId)
		.orderBy('name')
		.execute();
}

/** A file of the edition of the quarter that ends on this day, byte for byte. */
export async function findEditionFile(
	db: Kysely<DB>,
	quarterEnd: Day,
	name: string
): Promise<{ mediaType: string; content: Buffer; sha256: string } | undefined> {
	return await db
		.selectFrom('editionFile')
		.innerJoin('edition', 'edition.id', 'editionFile.editionId')
		.select((eb) => [
			'mediaType',
			'content',
			sql<string>`encode(${eb.ref('editionFile.sha256')}, 'hex')`.as('sha256')
		])
		.where('edition.quarterEnd', '=', quarterEnd)
		.where('editionFile.name', '=', name)
		.executeTakeFirst();
}

/** What an edition says, and the checksum that its signature is about. */
export async function readEditionContent(
	db: Kysely<DB>,
	quarterEnd: Day
): Promise<{ content: EditionContent; sumsSha256: string }> {
	const [json, sums] = await Promise.all([
		findEditionFile(db, quarterEnd, 'stand.json'),
		findEditionFile(db, quarterEnd, SUMS_FILE)
	]);
	if (!json || !sums) throw new Error(`the edition of ${quarterEnd} lacks its files`);
	return { content: readContent(json.content.toString('utf8')), sumsSha256: sums.sha256 };
}

/** A public key that signed editions; without a fingerprint the one that signs now. */
export async function findPublicKey(
	db: Kysely<DB>,
	fingerprint?: string
): Promise<{ fingerprint: string; publicKey: string } | undefined> {
	return await db
		.selectFrom('editionKey')
		.select(['fingerprint', 'publicKey'])
		.$if(fingerprint !== undefined, (query) => query.where('fingerprint', '=', fingerprint ?? ''))
		.orderBy('validFrom', 'desc')
		.limit(1)
		.executeTakeFirst();
}
