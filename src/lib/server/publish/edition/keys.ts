import { sql, type Kysely, type Transaction } from 'kysely';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findPublicKey } from './queries.ts';
import type { SigningKey } from '#lib/server/platform/env/signing-key.ts';

/** The first key that signs becomes the one of the installation; another one is refused with false. */
export async function useKey(
	trx: Transaction<DB>,
	key: SigningKey,
	recordedAt: string
): Promise<boolean> {
	const known = await findPublicKey(trx);
	if (known) return known.fingerprint === key.fingerprint;
	await addKey(trx, key, recordedAt);
	return true;
}

/**
 * From now on this key signs, and editions signed before keep theirs. False when it is known already:
 * a key that was replaced does not come back, and the one that signs need not.
 */
export async function replaceKey(db: Kysely<DB>, key: SigningKey): Promise<boolean> {
	return await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		if (await findPublicKey(trx, key.fingerprint)) return false;
		await addKey(trx, key, recordedAt);
		return true;
	});
}

async function addKey(
	trx: Transaction<DB>,
	{ fingerprint, publicKey }: SigningKey,
	validFrom: string
): Promise<void> {
	await trx.insertInto('editionKey').values({ fingerprint, publicKey, validFrom }).execute();
}

/** Every key that signed or signs, the newest first, with its moment in UTC. */
export async function listPublicKeys(
	db: Kysely<DB>
): Promise<{ fingerprint: string; since: string }[]> {
	return await db
		.selectFrom('editionKey')
		.select((eb) => [
			'fingerprint',
			sql<string>`to_char(${eb.ref('validFrom')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`.as(
				'since'
			)
		])
		.orderBy('validFrom', 'desc')
		.execute();
}
