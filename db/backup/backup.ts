import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DATABASE } from '../embedded/login-roles.ts';
import { report, withEmbedded } from './command.ts';
import { withExchange } from './exchange.ts';
import { makeBackup } from './make-backup.ts';
import { dropDatabase, RESTORED, restoreBeside, toDatabase, withClient } from './restore-beside.ts';

/**
 * `npm run backup [-- FOLDER]`: writes everything into a new folder, also while the product runs, and
 * proves it by putting it back into a database beside the one that is used.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const now = new Date();
const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
const target = resolve(positionals[0] ?? join('backups', stamp));

await withEmbedded(async (server, dataDir) => {
	await withExchange(dataDir, async (exchange) => {
		const manifest = await withClient(toDatabase(server.adminUrl, DATABASE), (client) =>
			makeBackup(client, exchange, { dataDir, target, now })
		);
		await withClient(server.adminUrl, async (admin) => {
			try {
				report(await restoreBeside(admin, server, exchange, { folder: target, manifest }));
			} finally {
				await dropDatabase(admin, RESTORED);
			}
		});
	});
	console.log(`\nThe backup is in ${target}. Copy that folder to another machine.`);
});
