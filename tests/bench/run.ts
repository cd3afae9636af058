import { loadavg } from 'node:os';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { scaleUp } from '#seeds/scale.ts';
import { buildWhenNeeded } from '../../src/entry/build-when-needed.ts';
import { startApp } from '../process/app-process.ts';
import { makeDataFolder } from '../process/data-folder.ts';
import { figureLine, isMet, round, time, type Figure } from './bar.ts';
import { atQuietSpeed, between, calibrate, meanOf, type Slowness } from './calibrate.ts';
import { measureBytes } from './measure-bytes.ts';
import { measureCold, timeProgress } from './measure-cold.ts';
import { measureFiles } from './measure-files.ts';
import { measureFlood } from './measure-flood.ts';
import { measureForecast } from './measure-forecast.ts';
import { measureGrid } from './measure-grid.ts';
import { measureLists } from './measure-lists.ts';
import { measureMemory } from './measure-memory.ts';
import { measurePhone } from './measure-phone.ts';
import { measureQueries } from './measure-queries.ts';
import { measureRecording } from './measure-recording.ts';
import { measureWarm } from './measure-warm.ts';

/**
 * `npm run bench`: measures every bar of the design on this machine and prints each figure beside
 * it; exits with 1 when one is missed. `-- --real` leaves out the part at a hundred times the size.
 */
const realOnly = process.argv.includes('--real');
const COLD_BAR_MS = 40;
const QUERY_BAR_MS = 8;
const QUERY_BAR_SCALED_MS = 50;
const all: Figure[] = [];
/** A server of its own, so that the fixed query finds the same whatever was measured before. */
let fixedUrl = '';

/** Measures, tells times as they would be on the quiet machine of the bars, and prints. */
async function report(measure: () => Promise<readonly Figure[]>): Promise<void> {
	const { answer, slowness } = await withCalibration(measure);
	for (const figure of answer.map((one) => atQuietSpeed(one, slowness))) {
		console.log(figureLine(figure));
		all.push(figure);
	}
}

async function withCalibration<Answer>(
	measure: () => Promise<Answer>
): Promise<{ answer: Answer; slowness: Slowness }> {
	const before = await calibrate(fixedUrl);
	const answer = await measure();
	return { answer, slowness: between(before, await calibrate(fixedUrl)) };
}

/** The progress page, cold, in ms of the quiet machine: two of them, minutes apart, are compared. */
async function timeProgressQuietly(appUrl: string): Promise<number> {
	const { answer, slowness } = await withCalibration(() => timeProgress(appUrl));
	return answer / meanOf(slowness);
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
			bar: 3,
			unit: 's',
			beside: `status ${status}`
		}
	];
}

/** With a header that tells strangers apart from who lives with them on this machine. */
async function measureStrangers(dataDir: string): Promise<void> {
	const app = await startApp({ dataDir, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
	try {
		await report(() => measureFlood(app));
	} finally {
		await app.stop();
	}
}

/** Gives the time of the progress page, to compare the larger size with. */
async function measureReal(dataDir: string): Promise<number> {
	const app = await startApp({ dataDir });
	const database = await startEmbedded(dataDir);
	try {
		await report(() => measureQueries(database.appUrl, 'real size', QUERY_BAR_MS));
		await report(() => measureForecast(database.appUrl));
		await report(() => measureCold(app.url, 'real size', COLD_BAR_MS));
		await report(() => measureLists(app.url, 'real size'));
		await report(() => measureBytes(app.url));
		await report(() => measurePhone(app.url));
		await report(() => measureGrid(app.url));
		await report(() => measureWarm(app.url));
		await report(() => measureMemory(app));
		const progressMs = await timeProgressQuietly(app.url);
		await report(() => measureRecording(app.url, superuserUrlOf(database), 'real size', 2));
		// Last, because it records hundreds of entries.
		await report(() => measureFiles(app));
		return progressMs;
	} finally {
		await app.stop();
		await database.stop();
	}
}

function superuserUrlOf({ adminUrl, ownerUrl }: EmbeddedDatabase): string {
	const url = new URL(adminUrl);
	url.pathname = new URL(ownerUrl).pathname;
	return url.href;
}

async function measureScaled(dataDir: string, progressMs: number): Promise<void> {
	const database = await startEmbedded(dataDir);
	const db = connect(superuserUrlOf(database), { poolSize: 2 });
	const took = await time(() => scaleUp(db, { log: (line) => console.log(`  ${line}`) }));
	await db.destroy();
	console.log(`  A hundred times the data in ${Math.round(took / 1000)} s.`);
	const app = await startApp({ dataDir });
	try {
		await report(() => measureQueries(database.appUrl, '100 ×', QUERY_BAR_SCALED_MS));
		await report(() => measureCold(app.url, '100 ×', 3 * COLD_BAR_MS));
		await report(() => measureLists(app.url, '100 ×'));
		const scaledMs = await timeProgressQuietly(app.url);
		await report(() =>
			Promise.resolve([
				{
					what: 'progress page cold, 100 × against real size',
					measured: scaledMs / progressMs,
					bar: 3,
					unit: '×',
					beside: `${round(scaledMs)} ms against ${round(progressMs)} ms, as on the quiet machine`
				}
			])
		);
		await report(() => measureRecording(app.url, superuserUrlOf(database), '100 ×', 3));
	} finally {
		await app.stop();
		await database.stop();
	}
}

await buildWhenNeeded();
const folder = await makeDataFolder();
const fixedFolder = await makeDataFolder();
try {
	const fixed = await startEmbedded(fixedFolder.path);
	fixedUrl = fixed.adminUrl;
	console.log(`Load of the machine before: ${loadavg().map(round).join(' ')}`);
	await (await startApp({ dataDir: folder.path })).stop();
	await report(() => measureStart(folder.path));
	const progressMs = await measureReal(folder.path);
	await measureStrangers(folder.path);
	if (!realOnly) await measureScaled(folder.path, progressMs);
	console.log(`Load of the machine after: ${loadavg().map(round).join(' ')}`);
	await fixed.stop();
} finally {
	// What cannot be tidied away is told, and does not take the place of why the measuring failed.
	for (const { remove, path } of [folder, fixedFolder]) {
		await remove().catch((error: unknown) => console.error(`${path} stays behind:`, error));
	}
}
const missed = all.filter((figure) => !isMet(figure));
console.log(`\n${all.length - missed.length} of ${all.length} bars met.`);
process.exitCode = missed.length > 0 ? 1 : 0;
