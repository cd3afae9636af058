import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import type { AppProcess } from '../process/app-process.ts';
import type { Figure } from './bar.ts';
import { mapAddresses } from './random-days.ts';

const run = promisify(execFile);
const SECONDS = 20;

/** Resident memory of a process in MB. */
async function residentMemory(pid: number): Promise<number> {
	const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
	return Number(stdout.trim()) / 1024;
}

/** The most memory of the app while 16 visitors ask for pages that nobody asked for yet. */
export async function measureMemory(app: AppProcess): Promise<Figure[]> {
	const addresses = mapAddresses(99);
	let most = 0;
	const sampler = setInterval(() => {
		residentMemory(app.pid).then(
			(memory) => (most = Math.max(most, memory)),
			() => undefined
		);
	}, 250);
	try {
		const result = await autocannon({
			url: app.url.replace('localhost', '127.0.0.1'),
			connections: 16,
			duration: SECONDS,
			headers: { 'accept-encoding': 'br' },
			requests: [
				{ setupRequest: (request) => ({ ...request, path: addresses.next().value as string }) }
			]
		});
		return [
			{
				what: 'memory of the app under uncached load',
				measured: most,
				bar: 250,
				unit: 'MB',
				beside: `${Math.round(result.requests.average)} pages/s, ${result.non2xx} bad answers`
			}
		];
	} finally {
		clearInterval(sampler);
	}
}
