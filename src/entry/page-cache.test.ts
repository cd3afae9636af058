import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { DataVersionWatch, Generation } from './cache/data-version-watch.ts';
import { createPageCache } from './page-cache.ts';
import type { Answer } from './serve.ts';

const LONG = 'kaart '.repeat(1_000);

interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

let server: Server | undefined;
afterEach(() => server?.close());

/** A cache before `answer`, with a watch that the test moves by hand. */
async function start(answer: Answer, options: { limit?: number } = {}) {
	const state: { generation: Generation | null; away: boolean } = {
		generation: { version: 1, today: '2022-01-31' },
		away: false
	};
	const watch: DataVersionWatch = {
		current: () => state.generation,
		isAway: () => state.away,
		close: () => Promise.resolve()
	};
	let asked = 0;
	const counting: Answer = (req, res) => {
		asked++;
		answer(req, res);
	};
	const running = createServer(createPageCache(counting, { watch, ...options }));
	server = running;
	await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
	const address = running.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		new Promise<Reply>((resolve, reject) => {
			const sent = request({ port, host: '127.0.0.1', path, method, headers }, (reply) => {
				const chunks: Buffer[] = [];
				reply.on('data', (chunk: Buffer) => chunks.push(chunk));
				reply.on('end', () => {
					const { statusCode: status = 0, headers } = reply;
					resolve({ status, headers, body: Buffer.concat(chunks) });
				});
			});
			sent.on('error', reject);
			sent.end();
		});
	return { get, state, asked: () => asked };
}

const page: Answer = (req, res) => {
	res.setHeader('content-type', 'text/html; charset=utf-8');
	res.setHeader('cache-control', 'public, max-age=0, must-revalidate');
	res.setHeader('etag', '"page"');
	res.writeHead(200);
	res.end(`<html lang="nl"><body class="a">${req.url} ${LONG}</body></html>`);
};

describe('the page cache', () => {
	it('asks for a page once, and gives it in every coding', async () => {
		const { get, asked } = await start(page);
		const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
		const gz = await get('/', { 'accept-encoding': 'gzip, br;q=0' });
		const plain = await get('/');
		expect(asked()).toBe(1);
		expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
		expect(gz.headers['content-encoding']).toBe('gzip');
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(brotliDecompressSync(br.body)).toEqual(plain.body);
		expect(gunzipSync(gz.body)).toEqual(plain.body);
		expect(plain.body.toString()).toContain('<body class="a">/ kaart');
	});

	it('lets many who ask at once wait for one answer', async () => {
		const { promise, resolve } = Promise.withResolvers<void>();
		const { get, asked } = await start((req, res) => {
			if (req.url === '/open') resolve();
			void promise.then(() => page(req, res));
		});
		const replies = Array.from({ length: 20 }, () => get('/'));
		replies.push(get('/open'));
		for (const reply of await Promise.all(replies)) expect(reply.status).toBe(200);
		expect(asked()).toBe(2);
	});

	it.each([
		['with a session', '/', { cookie: 'ido.session_token=abc' }],
		['with a parameter that means nothing', '/?utm_source=x', {}],
		['for a part of a file', '/', { range: 'bytes=0-1' }],
		['for a probe', '/health/ready', {}]
	])('keeps nothing %s', async (_, path, headers) => {
		const { get, asked } = await start(page);
		await get(path, headers);
		await get(path, headers);
		expect(asked()).toBe(2);
	});

	it.each([
		['private', 200, { 'cache-control': 'private, no-store' }],
		['a cookie', 200, { 'set-cookie': 'a=b' }],
		['a failure', 500, {}],
		['not found', 404, {}],
		['varying by language', 200, { vary: 'Accept-Language' }]
	])(
		'keeps no answer that is %s, and gives it to the one who asked',
		async (_, status, headers) => {
			const { get, asked } = await start((_req, res) => {
				res.writeHead(status, headers);
				res.end('only for you');
			});
			expect((await get('/')).status).toBe(status);
			expect((await get('/')).body.toString()).toBe('only for you');
			expect(asked()).toBe(2);
		}
	);

	it('passes an event stream on as it comes', async () => {
		const { get } = await start((_req, res) => {
			res.writeHead(200, { 'content-type': 'text/event-stream' });
			res.write('data: 1\n\n');
			setImmediate(() => res.end('data: 2\n\n'));
		});
		const { headers, body } = await get('/veranderingen');
		expect(headers['content-type']).toBe('text/event-stream');
		expect(body.toString()).toBe('data: 1\n\ndata: 2\n\n');
	});

	it('asks again after a write, and on another day', async () => {
		const { get, state, asked } = await start(page);
		await get('/');
		state.generation = { version: 2, today: '2022-01-31' };
		await get('/');
		state.generation = { version: 2, today: '2022-02-01' };
		await get('/');
		expect(asked()).toBe(3);
	});

	it('does not keep a page of before a write that came meanwhile', async () => {
		const { get, state, asked } = await start((req, res) => {
			state.generation = { version: 2, today: '2022-01-31' };
			page(req, res);
		});
		await get('/');
		await get('/');
		expect(asked()).toBe(2);
	});

	it('answers 304 to who has this page, whatever its coding', async () => {
		const { get } = await start(page);
		const { headers } = await get('/', { 'accept-encoding': 'br' });
		const again = await get('/', { 'if-none-match': headers.etag ?? '' });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
	});

	it('answers HEAD from a kept page, without the body', async () => {
		const { get, asked } = await start(page);
		const { status, headers, body } = await get('/', {}, 'HEAD');
		expect([status, body.length]).toEqual([200, 0]);
		expect(Number(headers['content-length'])).toBe((await get('/')).body.length);
		expect(asked()).toBe(1);
	});

	it('stays within its bytes, and lets go of what was not asked for longest', async () => {
		const random: Answer = (req, res) => {
			res.writeHead(200, { 'content-type': 'application/octet-stream' });
			res.end(Buffer.alloc(4_000, req.url));
		};
		const { get, asked } = await start(random, { limit: 15_000 });
		for (const path of ['/1', '/2', '/3', '/1', '/4']) await get(path);
		expect(asked()).toBe(4);
		await get('/1');
		expect(asked()).toBe(4);
		await get('/2');
		expect(asked()).toBe(5);
	});

	it('gives nothing kept when the version is not known for sure', async () => {
		const { get, state, asked } = await start(page);
		await get('/');
		state.generation = null;
		await get('/');
		expect(asked()).toBe(2);
	});

	it('gives what it has, with a notice, while the database is away', async () => {
		const { get, state, asked } = await start(page);
		await get('/');
		const { generation } = state;
		Object.assign(state, { generation: null, away: true });
		const stale = await get('/', { 'accept-encoding': 'br' });
		expect(stale.headers).toMatchObject({ 'cache-control': 'no-store' });
		expect(stale.headers.warning).toContain('Stale');
		expect(stale.body.toString()).toMatch(/<body class="a"><p role="status".*niet bereikbaar/);
		expect(asked()).toBe(1);
		// Back, and nothing was written meanwhile: the page is still right.
		Object.assign(state, { generation: { ...generation }, away: false });
		expect((await get('/')).headers.warning).toBeUndefined();
		expect(asked()).toBe(1);
	});
});
