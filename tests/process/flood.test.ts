import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#lib/day/day.ts';
import { startApp, type AppProcess } from './app-process.ts';
import { makeDataFolder, type DataFolder } from './data-folder.ts';

let folder: DataFolder;
let app: AppProcess;

beforeAll(async () => {
	folder = await makeDataFolder();
	app = await startApp({ dataDir: folder.path, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
});
afterAll(async () => {
	await app.stop();
	await folder.remove();
});

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
