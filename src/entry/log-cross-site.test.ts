import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { logCrossSite } from './log-cross-site.ts';

const log = vi.fn();
const stops: (() => void)[] = [];
afterEach(() => {
	log.mockClear();
	for (const stop of stops.splice(0)) stop();
});

async function post(status: number, origin: string, own?: string): Promise<void> {
	const answer = logCrossSite(
		(_req, res) => res.writeHead(status).end(),
		{ ORIGIN: own, ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: 1 },
		log
	);
	const server = createServer(answer).listen(0, '127.0.0.1');
	stops.push(() => server.close());
	await once(server, 'listening');
	// A server on a port always has an address with it.
	const { port } = server.address() as AddressInfo;
	await fetch(`http://127.0.0.1:${port}/account?/password`, {
		method: 'POST',
		headers: {
			origin: origin.replace('PORT', String(port)),
			'x-forwarded-for': '192.0.2.7'
		}
	});
}

describe('a form that another site sends', () => {
	it('stands in the log when it was refused, without what its address asked', async () => {
		await post(403, 'https://evil.example');
		await vi.waitFor(() =>
			expect(log).toHaveBeenCalledWith({
				action: 'cross_site_post',
				object: '/account',
				result: 'refused',
				origin: '192.0.2.7',
				actor: 'anonymous'
			})
		);
	});

	it.each([
		['of this site, refused for another reason', 403, 'http://127.0.0.1:PORT', undefined],
		['of the public address', 403, 'https://ido.example.nl', 'https://ido.example.nl'],
		['that was taken', 200, 'https://evil.example', undefined]
	])('is no line for one %s', async (_what, status, origin, own) => {
		await post(status, origin, own);
		expect(log).not.toHaveBeenCalled();
	});
});
