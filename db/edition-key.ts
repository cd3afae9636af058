import { join } from 'node:path';
import { listPublicKeys, replaceKey } from '#lib/server/publish/edition/keys.ts';
import { makeSigningKey, readSigningKey } from '#lib/server/platform/env/signing-key.ts';
import { keptSecret } from '#lib/server/platform/env/kept-secret.ts';
import { migrateToLatest } from './migrate.ts';
import { withOwnerDb } from './owner.ts';

/**
 * `npm run edition-key`: says which key signs editions and which one this server has. With
 * `-- replace` the key of this server signs from now on; editions signed before keep theirs.
 */
const [command = 'show'] = process.argv.slice(2);
if (!['show', 'replace'].includes(command)) {
	console.error('usage: npm run edition-key [-- replace]');
	process.exit(2);
}
await withOwnerDb(async (db, env) => {
	await migrateToLatest(db);
	const text =
		env.EDITION_KEY ?? (await keptSecret(join(env.DATA_DIR, 'edition-key'), makeSigningKey));
	const own = readSigningKey(text);
	if (!own) throw new Error(`${env.DATA_DIR}/edition-key does not hold an Ed25519 key`);
	if (command === 'replace' && !(await replaceKey(db, own)))
		console.error('This key signed before: a key that was replaced does not come back.');
	const keys = await listPublicKeys(db);
	console.log(`This server has the key   ${own.fingerprint}`);
	for (const [index, { fingerprint, since }] of keys.entries())
		console.log(
			`${index === 0 ? 'Editions are signed with' : 'Before that'.padEnd(24)}  ${fingerprint}, since ${since}`
		);
	if (keys.length === 0)
		console.log('No edition has been signed yet; the first one takes this key.');
});
