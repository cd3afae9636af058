import { setTimeout as wait } from 'node:timers/promises';
import type { Fetched } from './make-archive.ts';
import type { Address } from './address.ts';

/** A page whose forecast is still being made says so, and when to ask again. */
const TRIES = 30;

/** Asks the server at `origin`; one that is busy is asked again when it says so. */
export function fetchFrom(origin: string): (address: Address) => Promise<Fetched> {
	return async (address) => {
		for (let tries = 1; ; tries += 1) {
			const response = await fetch(origin + address, { redirect: 'manual' });
			const body = Buffer.from(await response.arrayBuffer());
			const busy = response.status === 503 || response.status === 429;
			if (!busy || tries === TRIES) {
				const type = response.headers.get('content-type') ?? '';
				return { status: response.status, type, body };
			}
			await wait(1000 * Math.max(1, Number(response.headers.get('retry-after')) || 1));
		}
	};
}
