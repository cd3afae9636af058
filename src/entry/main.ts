import { join } from 'node:path';
import { connect } from '#lib/server/platform/db/connect.ts';
import { makeSigningKey } from '#lib/server/platform/env/signing-key.ts';
import { readEnv, readEnvOrExit, type Env } from '#lib/server/platform/env/env.ts';
import { keptSecret } from '#lib/server/platform/env/kept-secret.ts';
import { diskFullSentence, saysDiskFull } from '#db/embedded/disk-space.ts';
import { announceShutdown } from '#lib/server/platform/process/shutdown.ts';
import { whyUnavailable } from '#lib/server/platform/availability/unavailable.ts';
import { buildWhenNeeded } from './build-when-needed.ts';
import { watchDataVersion } from './cache/data-version-watch.ts';
import { checkDemoAccounts } from './check-demo-accounts.ts';
import { printDemoAccounts } from './demo-accounts.ts';
import { createGate } from './gate/gate.ts';
import { loadKitHandler } from './kit-handler.ts';
import { logCrossSite } from './log-cross-site.ts';
import { createPageCache } from './page-cache.ts';
import { allowOneClick } from './one-click.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartProblem } from './progress.ts';
import { checkPort, serve } from './serve.ts';
import { Started } from './started.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Running requests get this long to finish, and what closes after them as long again. */
const PATIENCE_MS = 5_000;

/** What the pages read from the environment: their database, and the secrets of sessions and editions. */
export async function passSettings(env: Env, appUrl: string): Promise<void> {
	process.env.DATABASE_URL = appUrl;
	const kept = (name: string, make?: () => string) =>
		keptSecret(join(env.DATA_DIR, name), make).catch((cause: unknown) => {
			throw whyUnavailable(cause)
				? cause
				: new StartProblem(
						`The folder ${env.DATA_DIR} cannot be written or read. Give this user that folder, or set DATA_DIR.`,
						{ cause }
					);
		});
	process.env.AUTH_SECRET ||= await kept('secret');
	process.env.EDITION_KEY ||= await kept('edition-key', makeSigningKey);
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

/** Behind a proxy all visitors seem to have its address, unless a header tells theirs. */
function warnOfOneAddress({ ORIGIN, ADDRESS_HEADER }: Env): void {
	if (!ORIGIN || ADDRESS_HEADER) return;
	console.warn(
		'ORIGIN is set and ADDRESS_HEADER is not: behind a proxy every visitor seems to come from one address. ' +
			'The wrong passwords of one then lock out everybody. Set ADDRESS_HEADER=x-forwarded-for when the proxy passes that header.'
	);
}

async function run(started: Started): Promise<void> {
	const env = readEnvOrExit();
	await checkPort(env.HOST, env.PORT);
	await buildWhenNeeded();
	const { appUrl } = await prepareDatabase(env, started);
	await checkDemoAccounts(env, appUrl);
	warnOfOneAddress(env);
	await passSettings(env, appUrl);
	process.env.NODE_ENV ||= 'production';
	const kit = await loadKitHandler(env.ORIGIN?.startsWith('https:') ?? false);
	started.add(() => announceShutdown('stop', PATIENCE_MS));
	const watch = watchDataVersion(appUrl);
	started.add(() => watch.close());
	const secret = process.env.AUTH_SECRET ?? '';
	const gate = createGate({ ...env, secret });
	const answer = createPageCache(kit, { watch, gate, oneHost: env.ORIGIN !== undefined });
	const { port, close } = await serve(logCrossSite(allowOneClick(answer), env), env.HOST, env.PORT);
	started.add(() => close(PATIENCE_MS));
	const host = !env.HOST || env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST;
	await printWelcome(env.ORIGIN ?? `http://${host}:${port}`, appUrl);
}

/** A sentence for what the operator can mend, else the error with all that it knows. */
function explain(error: unknown, dataDir: string): unknown {
	const full = whyUnavailable(error) === 'disk_full' || saysDiskFull(String(error));
	if (full) return diskFullSentence(dataDir);
	return error instanceof StartProblem ? error.message : error;
}

/** `npm start`: builds when needed, prepares the database, serves until a signal comes. */
export async function main(): Promise<void> {
	const started = new Started();
	stopOnSignal(() => started.stop());
	try {
		await run(started);
	} catch (error) {
		// Whoever stops the start half way does not want to read what failed because of it.
		if (started.stopping) return;
		console.error(explain(error, readEnv().DATA_DIR));
		await started.stop();
		process.exit(1);
	}
}
