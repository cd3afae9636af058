import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { KEY_FILE } from '#lib/publish/edition/checksums.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findEdition, findEditionFile, findPublicKey } from './queries.ts';
import type { KeptFile } from './respond-file.ts';
import { sha256 } from '#lib/server/platform/env/signing-key.ts';

/** A file of an edition; also the public key that it was signed with. */
export async function findServedFile(
	db: Kysely<DB>,
	quarterEnd: Day,
	name: string
): Promise<KeptFile | undefined> {
	if (name === KEY_FILE) {
		const edition = await findEdition(db, quarterEnd);
		return edition && (await findKeyFile(db, edition.fingerprint));
	}
	const file = await findEditionFile(db, quarterEnd, name);
	return file && { ...file, content: new Uint8Array(file.content) };
}

/** A public key as a file; without a fingerprint the one that signs now. */
export async function findKeyFile(
	db: Kysely<DB>,
	fingerprint?: string
): Promise<KeptFile | undefined> {
	const key = await findPublicKey(db, fingerprint);
	if (!key) return undefined;
	const content = new TextEncoder().encode(key.publicKey);
	return { mediaType: 'application/x-pem-file', content, sha256: sha256(content) };
}
