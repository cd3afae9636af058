import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';

let folder: DataFolder;
let app: AppProcess;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
});
afterAll(async () => {
	await app.stop();
	await folder.remove();
});

const HEADERS = [
	'x-content-type-options',
	'x-frame-options',
	'referrer-policy',
	'permissions-policy',
	'content-security-policy'
];

const ask = (path: string, address: string) =>
	fetch(app.url + path, { headers: { 'x-forwarded-for': address } });

describe('one stranger who asks for many drawings', () => {
	it('is refused what is too much, and nobody else is', async () => {
		await (await ask('/', '192.0.2.1')).text();
		const days = Array.from({ length: 40 }, (_, index) => addDays('2021-01-01', index));
		const drawings = days.map((day) => ask(`/kaart.png?peildatum=${day}`, '203.0.113.9'));

		const other = await ask('/kaart.png?peildatum=2020-05-05', '192.0.2.1');
		expect(other.status).toBe(200);
		expect(Buffer.from(await other.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');
		expect((await ask('/', '192.0.2.1')).status).toBe(200);
		expect((await ask('/health/ready', '203.0.113.9')).status).toBe(200);

		const replies = await Promise.all(drawings);
		const refused = replies.filter(({ status }) => status !== 200);
		expect(replies.length - refused.length).toBeGreaterThan(0);
		expect(refused.length).toBeGreaterThanOrEqual(30);
		for (const reply of refused) {
			expect(reply.status).toBe(429);
			expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
		}
	});
});

/** What the server answers to these bytes, until it hangs up. */
function send(bytes: string): Promise<string> {
	const { port } = new URL(app.url);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
		let answer = '';
		socket.setTimeout(10_000, () => socket.destroy());
		socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
		socket.on('error', reject);
		socket.on('close', () => resolve(answer));
	});
}

const REQUEST = 'Host: localhost\r\nConnection: close\r\n';

describe('an answer that no page of ours gives', () => {
	it.each([
		['a request that cannot be read', 400, 'nonsense\r\n\r\n'],
		[
			'headers that are too long',
			431,
			`GET / HTTP/1.1\r\n${REQUEST}X: ${'x'.repeat(20_000)}\r\n\r\n`
		],
		['a request for no host', 400, 'GET / HTTP/1.1\r\n\r\n'],
		['an expectation that is not met', 417, `GET / HTTP/1.1\r\n${REQUEST}Expect: more\r\n\r\n`],
		[
			'a form of another site',
			403,
			`POST /inloggen HTTP/1.1\r\n${REQUEST}Origin: http://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b`
		],
		[
			'a body that is too long',
			413,
			`POST /inloggen HTTP/1.1\r\n${REQUEST}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\n\r\n`
		],
		[
			'a file of the build that is not there',
			404,
			`GET /_app/immutable/no.js HTTP/1.1\r\n${REQUEST}\r\n`
		]
	])('has the security headers: %s', async (_what, status, bytes) => {
		const answer = await send(bytes);
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		for (const header of HEADERS) expect(answer.toLowerCase()).toContain(`\r\n${header}: `);
	});

	it('has them on files of the build', async () => {
		const page = await (await ask('/', '192.0.2.1')).text();
		const file = /\/_app\/immutable\/[\w./-]+\.js/.exec(page)?.[0] ?? '';
		const reply = await ask(file, '192.0.2.1');
		expect(reply.status).toBe(200);
		for (const header of HEADERS) expect(reply.headers.get(header)).not.toBeNull();
	});

	it('has the service worker asked for anew each time: its name says nothing of its build', async () => {
		const reply = await ask('/service-worker.js', '192.0.2.1');
		expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache']);
	});

	it.each([
		['/favicon.ico', 'image/x-icon'],
		['/icon.svg', 'image/svg+xml'],
		['/robots.txt', 'text/plain; charset=utf-8']
	])('says what %s is, because nobody may guess it', async (path, type) => {
		const reply = await ask(path, '192.0.2.1');
		expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
	});
});
