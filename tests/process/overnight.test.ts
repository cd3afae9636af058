import { parse, type HTMLElement } from 'node-html-parser';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { signInAs } from './sign-in.ts';

let folder: DataFolder;
let app: AppProcess;
let database: pg.Client;
let server: Awaited<ReturnType<typeof startEmbedded>>;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
	server = await startEmbedded(folder.path);
	database = new pg.Client({ connectionString: server.ownerUrl });
	await database.connect();
}, 300_000);
afterAll(async () => {
	await database.end();
	await server.stop();
	await folder.remove();
});

const EVENING = '2022-01-31';
const MORNING = '2022-02-01';

/** What a browser would send of the form as it was loaded. */
function fieldsOf(form: HTMLElement): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const field of form.querySelectorAll('input, textarea, select')) {
		const { name, type, value = '' } = field.attributes;
		if (!name) continue;
		const isBox = type === 'radio' || type === 'checkbox';
		if (isBox && !('checked' in field.attributes)) continue;
		const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
		fields[name] =
			field.tagName === 'SELECT'
				? (chosen?.getAttribute('value') ?? '')
				: field.tagName === 'TEXTAREA'
					? field.text
					: value;
	}
	return fields;
}

const ADVISER = 'adviseur.rijnbrink@voorbeeld.nl';
const MANAGER = 'programmamanager@voorbeeld.nl';
const LIBRARY = '/bibliotheken/bibliotheek-hengelo/bijwerken';
const ANOTHER_DAY = 'Dit formulier is van een eerdere dag';

interface OpenTab {
	cookie: string;
	action: string;
	fields: Record<string, string>;
}

/** The form of the page that has the field, as it stands in a tab of who signs in now. */
const openTab = async (path: string, who: string, field: string): Promise<OpenTab> =>
	readTab(path, await signInAs(app.url, who, DEMO_PASSWORD), field);

async function readTab(path: string, cookie: string, field: string): Promise<OpenTab> {
	const answer = await fetch(app.url + path, { headers: { cookie } });
	const form = formWith(await answer.text(), field);
	const action = new URL(form.getAttribute('action') ?? '', app.url + path).href;
	return { cookie, action, fields: fieldsOf(form) };
}

const formWith = (html: string, field: string): HTMLElement =>
	parse(html)
		.querySelectorAll('main form')
		.find(
			(form) =>
				form.getAttribute('method') === 'post' && form.querySelector(`[name="${field}"]`) !== null
		)!;

/**
 * The app asks the day again after a second. A form that begins with today says which one that is:
 * other pages name days to come as well, or are kept.
 */
async function turnTo(today: string): Promise<void> {
	await database.query('update installation set demo_today = $1', [today]);
	const cookie = await signInAs(app.url, ADVISER, DEMO_PASSWORD);
	await expect
		.poll(
			async () => (await readTab(`${LIBRARY}/netwerk`, cookie, 'stageSince')).fields.stageSince,
			{
				timeout: 20_000
			}
		)
		.toBe(today === MORNING ? '1 feb 2022' : '31 jan 2022');
}

async function send({ cookie, action }: OpenTab, fields: Record<string, string>) {
	return fetch(action, {
		method: 'POST',
		headers: { cookie, origin: app.url, accept: 'text/html' },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
}

/** Locations of the adviser, each with a milestone that can be reported as done. */
async function openMilestones(): Promise<{ id: string; milestone: string; key: string }[]> {
	const cookie = await signInAs(app.url, ADVISER, DEMO_PASSWORD);
	const list = await (await fetch(`${app.url}/mijn-bibliotheken`, { headers: { cookie } })).text();
	const keys = new Set(list.match(/(?<=name="answer\.)p\d+-(?:gids|communicatie)(?=")/g));
	return [...keys].map((key) => {
		const [id = '', milestone = ''] = key.slice(1).split('-');
		return { id, milestone, key };
	});
}

/** Every form that begins with today: its page, who sends it, the field of the day, and what is typed beside it. */
async function listForms(): Promise<[string, string, string, Record<string, string>][]> {
	const [first, second] = await openMilestones();
	const point = `/informatiepunten/${first!.id}/bijwerken`;
	const key = second!.key;
	return [
		[`${point}?mijlpaal=${first!.milestone}&actie=gereed`, ADVISER, 'effectiveOn', {}],
		['/mijn-bibliotheken', ADVISER, `effectiveOn.${key}`, { [`answer.${key}`]: 'achieve' }],
		[`${LIBRARY}/netwerk`, ADVISER, 'stageSince', { name: 'Steunpunt Oost', type: 'anders' }],
		[`${point}/gegevens`, ADVISER, 'validFrom', { pcCount: '3' }],
		[`${point}/openingstijden`, ADVISER, 'validFrom', { day1: '10-12', kind: 'inloop' }],
		['/beheer/tweede-blik/overijssel', MANAGER, 'fromOn', { reason: 'Nieuwe adviseurs.' }]
	];
}

describe('a tab left overnight', () => {
	it('asks once about the day that it began with, in every form that begins with today', async () => {
		const forms = await listForms();
		const tabs: OpenTab[] = [];
		for (const [path, who, field] of forms) tabs.push(await openTab(path, who, field));
		await turnTo(MORNING);
		for (const [at, [path, , field, typed]] of forms.entries()) {
			const tab = tabs[at]!;
			expect([path, tab.fields[field]]).toEqual([path, '31 jan 2022']);
			const asked = await send(tab, { ...tab.fields, ...typed });
			const html = await asked.text();
			expect([path, asked.status, html.includes(ANOTHER_DAY)]).toEqual([path, 400, true]);
			// What was typed is still there, and sending it again is an answer.
			const again = fieldsOf(formWith(html, field));
			for (const [name, value] of Object.entries({ ...typed, [field]: '31 jan 2022' }))
				expect([path, name, again[name]]).toEqual([path, name, value]);
			expect([path, (await send(tab, again)).status]).toEqual([path, 303]);
		}
	}, 120_000);

	it('records "today" of the day on which it is sent, and tells which that is', async () => {
		await turnTo(EVENING);
		const { id, milestone } = (await openMilestones())[0]!;
		const cookie = await signInAs(app.url, ADVISER, DEMO_PASSWORD);
		const path = `${app.url}/informatiepunten/${id}/bijwerken`;
		const sheet = await (await fetch(path, { headers: { cookie } })).text();
		const quick = parse(sheet)
			.querySelectorAll('main form')
			.find(
				(form) =>
					form.querySelector(`[name=milestone][value="${milestone}"]`) !== null &&
					form.querySelector('[name=when][value=today]') !== null
			)!;
		await turnTo(MORNING);
		const sent = await send({ cookie, action: `${path}?/achieve`, fields: {} }, fieldsOf(quick));
		expect(sent.status).toBe(303);
		const told = await fetch(new URL(sent.headers.get('location')!, app.url), {
			headers: { cookie }
		});
		const notices = parse(await told.text()).querySelectorAll('main [role=status]');
		expect(notices.map(({ text }) => text).join(' ')).toContain('1 februari 2022');
	});
});
