import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { DATABASE } from '../embedded/login-roles.ts';
import type { EmbeddedDatabase } from '../embedded.ts';
import { report, withEmbedded } from './command.ts';
import { withExchange } from './exchange.ts';
import { readManifest } from './fill-database.ts';
import { BackupProblem } from './problem.ts';
import { dropDatabase, RESTORED, restoreBeside, toDatabase, withClient } from './restore-beside.ts';
import { restoreSecrets } from './secrets.ts';

/**
 * `npm run restore -- FOLDER [--replace] [--check]`: puts a backup back, and proves it before it takes
 * the place of what is there. With `--check` it only proves it.
 */
const USAGE = 'npm run restore -- FOLDER [--replace] [--check]';

/** What was there before stays under this name, until the next restore. */
const BEFORE = 'ido_before_restore';

const { values, positionals } = parseArgs({
	options: { replace: { type: 'boolean' }, check: { type: 'boolean' } },
	allowPositionals: true
});
const [given] = positionals;

await withEmbedded(async (server, dataDir) => {
	if (given === undefined || positionals.length > 1) throw new BackupProblem(`usage: ${USAGE}`);
	const folder = resolve(given);
	const manifest = await readManifest(folder);
	await withClient(server.adminUrl, async (admin) => {
		const isFilled = await hasData(server);
		if (!values.check) await refuseWhenInUse(admin, isFilled);
		await withExchange(dataDir, async (exchange) => {
			try {
				report(await restoreBeside(admin, server, exchange, { folder, manifest }));
				if (!values.check) await takePlace(admin, isFilled);
			} finally {
				await dropDatabase(admin, RESTORED);
			}
		});
		if (values.check) return console.log(`\nThe backup of ${manifest.madeAt} can be restored.`);
		await restoreSecrets(folder, dataDir);
		console.log(`\nThe backup of ${manifest.madeAt} is restored. npm start serves it.`);
		if (isFilled) {
			console.log(`What was there is kept as the database ${BEFORE}, until the next restore.`);
		}
	});
});

async function hasData(server: EmbeddedDatabase): Promise<boolean> {
	return await withClient(toDatabase(server.adminUrl, DATABASE), async (client) => {
		const { rows } = await client.query<{ there: boolean }>(
			`select to_regclass('public.event') is not null as there`
		);
		return rows[0]?.there === true;
	});
}

async function refuseWhenInUse(admin: pg.Client, isFilled: boolean): Promise<void> {
	// Each process of the product holds one such session; one is our own.
	const { rows } = await admin.query(
		`select from pg_stat_activity where application_name = 'ido session'`
	);
	if (rows.length > 1) {
		throw new BackupProblem('The product runs on this data. Stop it first, then restore.');
	}
	if (isFilled && !values.replace) {
		throw new BackupProblem(
			'There is a database already. With --replace the backup takes its place, and what is there now is kept beside it.'
		);
	}
}

async function takePlace(admin: pg.Client, isFilled: boolean): Promise<void> {
	await dropDatabase(admin, isFilled ? BEFORE : DATABASE);
	if (isFilled) await admin.query(`alter database ${DATABASE} rename to ${BEFORE}`);
	await admin.query(`alter database ${RESTORED} rename to ${DATABASE}`);
}
