import { globSync } from 'node:fs';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { startApp, type AppProcess } from './app-process.ts';
import { makeDataFolder, type DataFolder } from './data-folder.ts';
import { signInAs } from './sign-in.ts';

let folder: DataFolder;
let app: AppProcess;

beforeAll(async () => {
	folder = await makeDataFolder();
	app = await startApp({ dataDir: folder.path });
});
afterAll(() => folder.remove());

interface Sent {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** Sends the path as it is, which `fetch` would tidy up; answers the status. */
function statusOf(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
	return new Promise<number>((resolve, reject) => {
		const { hostname, port } = new URL(app.url);
		const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
			response.resume();
			response.once('end', () => resolve(response.statusCode ?? 0));
			response.once('error', reject);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

/** Every route, with `[…]` where something of the address goes. */
const routes = globSync('src/routes/**/+{page.server,server}.ts')
	.map(
		(file) =>
			dirname(file)
				.replace(/^src\/routes/, '')
				.replaceAll(/\/\([^)]+\)/g, '') || '/'
	)
	.filter((route) => route !== '/veranderingen')
	.sort();

const PARAMETERS = [
	...['peildatum', 'bekendOp', 'provincie', 'poi', 'cohort', 'status', 'zoek', 'weergave'],
	...['sorteer', 'richting', 'pagina', 'maat', 'lagen', 'telling', 'vergelijk', 'vergelijkBekend'],
	...['straal', 'open', 'kader', 'zoom', 'mijlpaal', 'oorzaak', 'actie', 'gebeurtenis', 'voor'],
	...['gelukt', 'toon', 'terug', 'kwartaal', 'fragment', 'sleutel', '__proto__', 'constructor']
];

/** What PostgreSQL, an address or an object cannot take, as it stands in an address. */
const UNFIT = ['a%00b', '%ED%A0%80', '99999999999', '__proto__'];

describe('an address that nobody sane would type', () => {
	it.each(routes)('%s is answered, never with a fault of ours', async (route) => {
		const faults: string[] = [];
		const ask = async (path: string, cookie?: string) => {
			const status = await statusOf(path, cookie ? { headers: { cookie } } : {});
			if (status >= 500) faults.push(`${path}: ${status}`);
		};
		for (const unfit of UNFIT) {
			if (route.includes('[')) await ask(route.replaceAll(/\[[^\]]+\]/g, unfit));
			const query = PARAMETERS.map((name) => `${name}=${unfit}`).join('&');
			await ask(`${route.replaceAll(/\[[^\]]+\]/g, 'x')}?${query}`);
		}
		expect(faults).toEqual([]);
	});

	it.each(['//', '///x', '/%', '/%00', '/bibliotheken//', '/en//', '/?%00=%00', '/kaart.csv?%00'])(
		'%s is answered, never with a fault of ours',
		async (path) => {
			expect(await statusOf(path)).toBeLessThan(500);
		}
	);
});

const signIn = (email: string) => signInAs(app.url, email, DEMO_PASSWORD);

const FORM = 'application/x-www-form-urlencoded';
const SHEET = '/bibliotheken/bibliotheek-hengelo/bijwerken';
const PEOPLE = {
	adviser: 'adviseur.rijnbrink@voorbeeld.nl',
	manager: 'programmamanager@voorbeeld.nl',
	admin: 'beheerder@voorbeeld.nl'
};

/** Per form: who sends it, where to, and the names of its fields. */
const FORMS: [keyof typeof PEOPLE | null, string, string[]][] = [
	[null, '/inloggen', ['email', 'password']],
	[null, '/wachtwoord-vergeten/kiezen', ['token', 'newPassword']],
	['adviser', `${SHEET}?/plan`, ['milestone', 'targetOn', 'reason', 'note', 'basedOn']],
	['adviser', `${SHEET}?/undo`, ['event', 'note']],
	['adviser', `${SHEET}/locatie-toevoegen`, ['name', 'town', 'hostName', 'municipalityCode']],
	['adviser', '/mijn-bibliotheken?/record', ['answer.b1-record', 'note.b1-record', 'madeOn']],
	['adviser', '/mijn-bibliotheken?/undo', ['batch', 'event']],
	['manager', '/beheer/redenen/nieuw', ['labelNl', 'labelEn', 'external', 'active']],
	['manager', '/beheer/bijhouden?/save', ['weeks']],
	['manager', '/kwartaalstanden/vaststellen?/freeze', ['kwartaal', 'bekendOp', 'seen']],
	['manager', '/account?/password', ['currentPassword', 'newPassword']],
	['admin', '/beheer/gebruikers/nieuw', ['name', 'email', 'organisation', 'role']]
];

describe('a form that nobody sane would send', () => {
	it.each(FORMS)(
		'of %s to %s is answered, never with a fault of ours',
		async (who, path, names) => {
			const cookie = who ? await signIn(PEOPLE[who]) : '';
			const post = (body: string, type = FORM) =>
				statusOf(path, {
					method: 'POST',
					headers: { cookie, origin: app.url, 'content-type': type, accept: 'text/html' },
					body
				});
			const faults: string[] = [];
			for (const unfit of [...UNFIT, 'x'.repeat(300_000), '99999999999999']) {
				const status = await post(
					[...names, '__proto__'].map((name) => `${name}=${unfit}`).join('&')
				);
				if (status >= 500) faults.push(`${unfit.slice(0, 20)}: ${status}`);
			}
			const broken = ['multipart/form-data', 'multipart/form-data; boundary=x', FORM];
			for (const type of broken) {
				const status = await post('--x\r\nContent-Disposition: form-data; name="no', type);
				if (status >= 500) faults.push(`${type}: ${status}`);
			}
			expect(faults).toEqual([]);
		}
	);
});
