import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalText } from '#lib/work/workbook/refusal-text.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { hostileFiles, type HostileFile } from '#tests/factories/hostile-files.ts';
import { sendFile } from '#tests/factories/send-file.ts';
import { watchMemory } from '../bench/resident-memory.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { signInAs } from './sign-in.ts';

/** The process, and the bounds of the thread that reads. */
const MOST_MEGABYTES = 450;

let folder: DataFolder;
let app: AppProcess;
let cookie: string;
let files: HostileFile[];

beforeAll(async () => {
	overwriteGetLocale(() => 'nl');
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
	cookie = await signInAs(app.url, 'adviseur.rijnbrink@voorbeeld.nl', DEMO_PASSWORD);
	files = await hostileFiles();
}, 300_000);
afterAll(async () => {
	await app.stop();
	await folder.remove();
});

describe('hostile files', () => {
	it('are each refused with a sentence that says what to do', async () => {
		for (const file of files) {
			const { status, text } = await sendFile(app.url, cookie, file);
			expect([file.name, status]).toEqual([file.name, file.name === 'groot.xlsx' ? 413 : 400]);
			const said = file.why.filter((why) => text.includes(refusalText(why)));
			expect([file.name, said.length]).toEqual([file.name, 1]);
		}
	}, 120_000);

	it('ten at once are all answered, in bounded memory, and everybody else is served', async () => {
		const memory = watchMemory(app.pid);
		const answers = files.map((file) => sendFile(app.url, cookie, file));
		for (const path of ['/', '/health/live', '/voortgang', '/bibliotheken'])
			expect([path, (await fetch(app.url + path)).status]).toEqual([path, 200]);
		const statuses = (await Promise.all(answers)).map(({ status }) => status);
		// Who is one too many is told to come back.
		expect(statuses.filter((status) => ![400, 413, 503].includes(status))).toEqual([]);
		expect(statuses.filter((status) => status !== 503).length).toBeGreaterThan(0);
		expect(memory.end()).toBeLessThan(MOST_MEGABYTES);
	}, 120_000);

	it('leave a right one to be read', async () => {
		const bytes = Buffer.from('Bibliotheek;Mijlpaal;Planning\nRozet;Opening;1-6-2022\n');
		const { status, location } = await sendFile(app.url, cookie, { name: 'goed.csv', bytes });
		expect([status, location]).toEqual([303, expect.stringMatching(/\/bestanden\/\d+$/)]);
	});
});
