import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '#lib/server/platform/db/connect.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readEnvOrExit } from '#lib/server/platform/env/env.ts';
import { fetchFrom } from '#lib/server/publish/archive/fetch-from.ts';
import { ArchiveProblem, writeArchive } from '#lib/server/publish/archive/write-archive.ts';
import { buildWhenNeeded } from './build-when-needed.ts';
import { loadKitHandler } from './kit-handler.ts';
import { passSettings } from './main.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartProblem } from './progress.ts';
import { serve } from './serve.ts';
import { Started } from './started.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * `npm run archive [-- FOLDER]`: writes the whole public site into a new folder, as pages that open
 * without a server, also while the product runs. It asks a server of its own, on a port of this
 * machine that nobody else knows, so that no visitor waits for it and no limit stops it.
 */
const PROGRESS_MS = 10_000;

const { positionals } = parseArgs({ allowPositionals: true });
const started = new Started();
stopOnSignal(() => started.stop());
try {
	const env = readEnvOrExit();
	const madeAt = new Date();
	const stamp = madeAt.toISOString().slice(0, 19).replaceAll(':', '-');
	const folder = resolve(positionals[0] ?? join('archives', stamp));
	await buildWhenNeeded();
	const { appUrl } = await prepareDatabase(env, started);
	const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
	// What pages say of their own address is where visitors find them, not where we ask.
	process.env.ORIGIN = origin;
	process.env.NODE_ENV ||= 'production';
	await passSettings(env, appUrl);
	const db = connect(appUrl, { poolSize: 1 });
	started.add(() => db.destroy());
	const kit = await loadKitHandler(origin.startsWith('https:'));
	const { port, close } = await serve(kit, '127.0.0.1', 0);
	started.add(() => close(0));
	let toldAt = Date.now();
	const findings = await writeArchive({
		folder,
		origin,
		madeAt,
		today: await readToday(db),
		fetch: fetchFrom(`http://127.0.0.1:${port}`),
		onProgress: (done, waiting) => {
			if (Date.now() < toldAt + PROGRESS_MS) return;
			toldAt = Date.now();
			console.log(`${done} written, at least ${waiting} to go`);
		}
	});
	for (const { ok, text } of findings) console.log(`${ok ? 'right' : 'WRONG'}  ${text}`);
	if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
	else console.log(`\nThe archive is in ${folder}. Open index.html in it.`);
} catch (error) {
	const told = error instanceof ArchiveProblem || error instanceof StartProblem;
	console.error(told ? error.message : error);
	process.exitCode = 1;
} finally {
	await started.stop();
}
process.exit();
