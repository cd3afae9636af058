import { join } from 'node:path';
import { connect } from '#lib/server/db/connect.ts';
import { readEnvOrExit, type Env } from '#lib/server/env.ts';
import { keptSecret } from '#lib/server/kept-secret.ts';
import { announceShutdown } from '#lib/server/shutdown.ts';
import { buildWhenNeeded } from './build-when-needed.ts';
import { printDemoAccounts } from './demo-accounts.ts';
import { loadKitHandler } from './kit-handler.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartProblem } from './progress.ts';
import { checkPort, serve, type Listening } from './serve.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Running requests get this long to finish, and what closes after them as long again. */
const PATIENCE_MS = 5_000;

/** What the pages read from the environment: their database and the secret of the sessions. */
export async function passSettings(env: Env, appUrl: string): Promise<void> {
	process.env.DATABASE_URL = appUrl;
	process.env.AUTH_SECRET ??= await keptSecret(join(env.DATA_DIR, 'secret'));
}

/** Prints where the product is, and with which demo accounts one can sign in. */
export async function printWelcome(address: string, appUrl: string): Promise<void> {
	console.log(`\nThe rollout monitor runs on ${address}`);
	const db = connect(appUrl, { poolSize: 1 });
	try {
		await printDemoAccounts(db);
	} finally {
		await db.destroy();
	}
	console.log('Ctrl-C stops it.');
}

async function run(): Promise<void> {
	const env = readEnvOrExit();
	await checkPort(env.HOST, env.PORT);
	await buildWhenNeeded();
	const database = await prepareDatabase(env);
	let listening: Listening | undefined;
	stopOnSignal(async (reason) => {
		await listening?.close(PATIENCE_MS);
		await announceShutdown(reason, PATIENCE_MS);
		await database.stop();
	});
	try {
		await passSettings(env, database.appUrl);
		const answer = await loadKitHandler();
		// The whole-page cache (page-cache.ts) goes here, around `answer`.
		listening = await serve(answer, env.HOST, env.PORT);
		const host = !env.HOST || env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST;
		await printWelcome(env.ORIGIN ?? `http://${host}:${listening.port}`, database.appUrl);
	} catch (error) {
		await database.stop();
		throw error;
	}
}

/** `npm start`: builds when needed, prepares the database, serves until a signal comes. */
export async function main(): Promise<void> {
	try {
		await run();
	} catch (error) {
		console.error(error instanceof StartProblem ? error.message : error);
		process.exit(1);
	}
}
