import { loadavg } from 'node:os';
import { startEmbedded } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { scaleUp } from '#seeds/scale.ts';
import { buildWhenNeeded } from '../../src/entry/build-when-needed.ts';
import { startApp } from '../process/app-process.ts';
import { makeDataFolder } from '../process/data-folder.ts';
import { figureLine, isMet, round, time, type Figure } from './bar.ts';
import { measureBytes } from './measure-bytes.ts';
import { measureCold, timeProgress } from './measure-cold.ts';
import { measureFlood } from './measure-flood.ts';
import { measureForecast } from './measure-forecast.ts';
import { measureMemory } from './measure-memory.ts';
import { measureQueries } from './measure-queries.ts';
import { measureWarm } from './measure-warm.ts';

/**
 * `npm run bench`: measures every bar of the design on this machine and prints each figure beside
 * it; exits with 1 when one is missed. `-- --real` leaves out the part at a hundred times the size.
 */
const realOnly = process.argv.includes('--real');
const COLD_BAR_MS = 60;
const QUERY_BAR_MS = 10;
const QUERY_BAR_SCALED_MS = 150;
const all: Figure[] = [];

function report(figures: readonly Figure[]): void {
	for (const figure of figures) console.log(figureLine(figure));
	all.push(...figures);
}

async function measureStart(dataDir: string): Promise<Figure[]> {
	const began = performance.now();
	const app = await startApp({ dataDir });
	const { status } = await fetch(app.url);
	const took = performance.now() - began;
	await app.stop();
	return [
		{
			what: 'start on an existing data folder to the first answer',
			measured: took / 1000,
			bar: 5,
			unit: 's',
			beside: `status ${status}`
		}
	];
}

/** With a header that tells strangers apart from who lives with them on this machine. */
async function measureStrangers(dataDir: string): Promise<void> {
	const app = await startApp({ dataDir, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
	try {
		report(await measureFlood(app));
	} finally {
		await app.stop();
	}
}

/** Gives the time of the progress page, to compare the larger size with. */
async function measureReal(dataDir: string): Promise<number> {
	const app = await startApp({ dataDir });
	const database = await startEmbedded(dataDir);
	try {
		report(await measureQueries(database.appUrl, 'real size', QUERY_BAR_MS));
		report(await measureForecast(database.appUrl));
		report(await measureCold(app.url, 'real size', COLD_BAR_MS));
		report(await measureBytes(app.url));
		report(await measureWarm(app.url));
		report(await measureMemory(app));
		return await timeProgress(app.url);
	} finally {
		await app.stop();
		await database.stop();
	}
}

async function measureScaled(dataDir: string, progressMs: number): Promise<void> {
	const database = await startEmbedded(dataDir);
	const superuserUrl = new URL(database.adminUrl);
	superuserUrl.pathname = new URL(database.ownerUrl).pathname;
	const db = connect(superuserUrl.href, { poolSize: 2 });
	const took = await time(() => scaleUp(db, { log: (line) => console.log(`  ${line}`) }));
	await db.destroy();
	console.log(`  A hundred times the data in ${Math.round(took / 1000)} s.`);
	const app = await startApp({ dataDir });
	try {
		report(await measureQueries(database.appUrl, '100 ×', QUERY_BAR_SCALED_MS));
		report(await measureCold(app.url, '100 ×', 3 * COLD_BAR_MS));
		const scaledMs = await timeProgress(app.url);
		report([
			{
				what: 'progress page cold, 100 × against real size',
				measured: scaledMs / progressMs,
				bar: 3,
				unit: '×',
				beside: `${round(scaledMs)} ms against ${round(progressMs)} ms`
			}
		]);
	} finally {
		await app.stop();
		await database.stop();
	}
}

await buildWhenNeeded();
const folder = await makeDataFolder();
try {
	console.log(`Load of the machine before: ${loadavg().map(round).join(' ')}`);
	await (await startApp({ dataDir: folder.path })).stop();
	report(await measureStart(folder.path));
	const progressMs = await measureReal(folder.path);
	await measureStrangers(folder.path);
	if (!realOnly) await measureScaled(folder.path, progressMs);
	console.log(`Load of the machine after: ${loadavg().map(round).join(' ')}`);
} finally {
	await folder.remove();
}
const missed = all.filter((figure) => !isMet(figure));
console.log(`\n${all.length - missed.length} of ${all.length} bars met.`);
process.exitCode = missed.length > 0 ? 1 : 0;
