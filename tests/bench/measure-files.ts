import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { hostileFiles } from '#tests/factories/hostile-files.ts';
import { sendFile } from '#tests/factories/send-file.ts';
import type { AppProcess } from '../process/app-process.ts';
import { signInAs } from '../process/sign-in.ts';
import { time, type Figure } from './bar.ts';
import { watchMemory } from './resident-memory.ts';

const ROWS = 5_000;
const PREVIEW_BAR_S = 3;
const APPLY_BAR_S = 5;
const MEMORY_BAR_MB = 450;

/** A planning of five thousand rows sent, looked at and applied; and ten hostile files at once. */
export async function measureFiles(app: AppProcess): Promise<Figure[]> {
	const origin = app.url.replace('localhost', '127.0.0.1');
	const cookie = await signInAs(origin, 'programmamanager@voorbeeld.nl', DEMO_PASSWORD);
	const bytes = Buffer.from(await makePlanning(origin, cookie));
	const sent = { status: 0, location: '' };
	const preview = await time(async () => {
		const answer = await sendFile(origin, cookie, { name: 'planning.csv', bytes });
		Object.assign(sent, answer);
		if (answer.status !== 303) throw new Error(`not read: ${answer.status}`);
		await (await fetch(new URL(sent.location, origin), { headers: { cookie } })).text();
	});
	const apply = await time(async () => {
		const answer = await fetch(new URL(`${sent.location}?/apply`, origin), {
			...{ method: 'POST', redirect: 'manual', body: new URLSearchParams() },
			headers: { origin, cookie, accept: 'text/html' }
		});
		if (answer.status !== 303) throw new Error(`not applied: ${answer.status}`);
	});
	const recorded = /[\d.]+ rijen zijn vastgelegd/.exec(
		await (await fetch(new URL(sent.location, origin), { headers: { cookie } })).text()
	)?.[0];

	const files = await hostileFiles();
	const memory = watchMemory(app.pid);
	const statuses: number[] = [];
	const hostile = await time(async () => {
		const answers = await Promise.all(files.map((file) => sendFile(origin, cookie, file)));
		statuses.push(...answers.map(({ status }) => status));
	});
	const wrong = statuses.filter((status) => ![400, 413, 503].includes(status)).length;
	return [
		{
			what: `a file of ${ROWS} rows: sent and shown`,
			...{ measured: preview / 1_000, bar: PREVIEW_BAR_S, unit: 's' }
		},
		{
			what: `a file of ${ROWS} rows: applied`,
			...{ measured: apply / 1_000, bar: APPLY_BAR_S, unit: 's' },
			...(recorded ? { beside: recorded } : {})
		},
		{
			what: 'ten hostile files at once: not refused',
			...{ measured: wrong, bar: 0, unit: '' },
			beside: `${statuses.join(' ')} in ${Math.round(hostile)} ms`
		},
		{
			what: 'ten hostile files at once: memory of the app',
			...{ measured: memory.end(), bar: MEMORY_BAR_MB, unit: 'MB' }
		}
	];
}

/**
 * The milestones of the country as CSV with another expectation for each that is not reached yet; the first
 * rows are there twice where the country has fewer than five thousand.
 */
async function makePlanning(origin: string, cookie: string): Promise<string> {
	const answer = await fetch(`${origin}/mijn-bibliotheken/werkblad.csv`, { headers: { cookie } });
	if (answer.status !== 200) throw new Error(`no workbook: ${answer.status}`);
	const [header = '', ...lines] = (await answer.text()).trim().split('\r\n');
	const at = header.split(';').indexOf('Verwacht op');
	const state = header.split(';').indexOf('Stand');
	const rows = lines.map((line) => {
		const cells = line.split(';');
		return cells[state] === '' ? cells.with(at, '15-09-2022').join(';') : line;
	});
	const reached = lines.filter((line) => line.split(';')[state] === 'gereed');
	return [header, ...rows, ...reached.slice(0, Math.max(0, ROWS - rows.length))]
		.slice(0, ROWS + 1)
		.join('\r\n');
}
