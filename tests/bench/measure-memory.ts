import autocannon from 'autocannon';
import type { AppProcess } from '../process/app-process.ts';
import type { Figure } from './bar.ts';
import { mapAddresses } from './random-days.ts';
import { watchMemory } from './resident-memory.ts';

const SECONDS = 20;

/** The most memory of the app while 16 visitors ask for pages that nobody asked for yet. */
export async function measureMemory(app: AppProcess): Promise<Figure[]> {
	const addresses = mapAddresses(99);
	const memory = watchMemory(app.pid);
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
				measured: memory.end(),
				bar: 250,
				unit: 'MB',
				beside: `${Math.round(result.requests.average)} pages/s, ${result.non2xx} bad answers`
			}
		];
	} finally {
		memory.end();
	}
}
