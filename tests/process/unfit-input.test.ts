import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { startApp, type AppProcess } from './app-process.ts';
import { FIELDS, listActions, PARAMETERS, ROUTES } from './every-input.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { signInAs } from './sign-in.ts';

let folder: DataFolder;
let app: AppProcess;
/** A location of the adviser below. */
let ownPoint: string;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
	const dossier = await (await fetch(`${app.url}/bibliotheken/bibliotheek-hengelo`)).text();
	ownPoint = /\/informatiepunten\/(\d+)/.exec(dossier)![1]!;
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

/** Of the map, which are read by the same code on many pages. */
const VIEW_PARAMETERS = [
	...['peildatum', 'bekendOp', 'cohort', 'weergave', 'sorteer', 'richting', 'maat', 'lagen'],
	...['telling', 'vergelijk', 'vergelijkBekend', 'straal', 'open', 'oorzaak', 'plaats', 'letters'],
	...['soort', '__proto__', 'constructor']
];

/** Does it with each, some at a time: the product and its database both have something to do then. */
async function eachOf<T>(list: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
	const left = [...list];
	const next = async (): Promise<void> => {
		for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
	};
	await Promise.all([next(), next(), next(), next()]);
}

/**
 * The routes that a stranger may not open, and those of one record, which have more on them for who may
 * write: lists and figures answer an adviser by the code that answered him.
 */
async function ownRoutes(): Promise<string[]> {
	const own = ROUTES.filter((route) => route.includes('['));
	const others = ROUTES.filter((route) => !own.includes(route));
	await eachOf(others, async (route) => {
		if ([303, 403, 405].includes(await statusOf(real(route)))) own.push(route);
	});
	return own;
}

const signIn = (email: string) => signInAs(app.url, email, DEMO_PASSWORD);

const SHEET = '/bibliotheken/bibliotheek-hengelo/bijwerken';
const PEOPLE = {
	adviser: 'adviseur.rijnbrink@voorbeeld.nl',
	manager: 'programmamanager@voorbeeld.nl',
	admin: 'beheerder@voorbeeld.nl'
};

/** A record that is there, so that a form gets further than its address. */
const REAL: [string, string][] = [
	['/bibliotheken/[slug]', '/bibliotheken/bibliotheek-hengelo'],
	['/gemeenten/[code]', '/gemeenten/GM0164'],
	['/provincies/[slug]', '/provincies/overijssel'],
	['/tweede-blik/[provincie]', '/tweede-blik/overijssel'],
	['/beheer/kwartalen/[kwartaal]', '/beheer/kwartalen/2021-q4'],
	['[vraag=question]', 'waarom'],
	['[page]', 'samenvatting'],
	['[id]', '1'],
	['[event]', '1'],
	['[evidence]', '1']
];
const real = (route: string): string =>
	REAL.reduce(
		(path, [part, there]) => path.replace(part, there),
		route.replace('/informatiepunten/[id]', `/informatiepunten/${ownPoint}`)
	)
		.replace('[file=table_file]', 'x.csv')
		.replaceAll(/\[[^\]]+\]/g, 'x');

/** What ends the session with which the others are asked. */
const ENDING = ['/uitloggen', '/account', '/inloggen'];

/** What PostgreSQL, an address or an object cannot take, as it stands in an address. */
const UNFIT = ['a%00b', '%ED%A0%80', '99999999999', '__proto__'];

describe('an address that nobody sane would type', () => {
	it.each([null, ...Object.values(PEOPLE)])(
		'is answered, never with a fault of ours, to %s',
		async (who) => {
			const headers: Record<string, string> = who ? { cookie: await signIn(who) } : {};
			const faults: string[] = [];
			const names = [...new Set([...PARAMETERS, ...VIEW_PARAMETERS])];
			await eachOf(who && who !== PEOPLE.manager ? await ownRoutes() : ROUTES, async (route) => {
				for (const unfit of UNFIT) {
					const paths = [
						...(route.includes('[') ? [route.replaceAll(/\[[^\]]+\]/g, unfit)] : []),
						`${real(route)}?${names.map((name) => `${name}=${unfit}`).join('&')}`
					];
					for (const path of paths) {
						const status = await statusOf(path, { headers });
						if (status >= 500) faults.push(`${path.slice(0, 60)}: ${status}`);
					}
				}
			});
			expect(faults).toEqual([]);
		}
	);

	it.each(['//', '///x', '/%', '/%00', '/bibliotheken//', '/en//', '/?%00=%00', '/kaart.csv?%00'])(
		'%s is answered, never with a fault of ours',
		async (path) => {
			expect(await statusOf(path)).toBeLessThan(500);
		}
	);
});

const FORM = 'application/x-www-form-urlencoded';

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

	// Whatever form is added later is found in the build, with its fields in the source.
	it.each(Object.values(PEOPLE))(
		'of %s to any page is answered, never with a fault of ours',
		async (who) => {
			const cookie = await signIn(who);
			const faults: string[] = [];
			let taken = 0;
			const forms = (await listActions()).filter(([route]) => !ENDING.includes(route));
			expect(forms.length).toBeGreaterThan(40);
			await eachOf(forms, async ([route, actions]) => {
				for (const name of [...actions, 'nosuch']) {
					const action = name === 'default' ? '' : `?/${name}`;
					const post = (body: string, type = FORM) =>
						statusOf(real(route) + action, {
							method: 'POST',
							headers: { cookie, origin: app.url, 'content-type': type, accept: 'text/html' },
							body
						});
					const judge = (what: string, status: number) => {
						if (status >= 500) faults.push(`${route}${action} ${what}: ${status}`);
					};
					const first = await post('');
					judge('nothing', first);
					// Not one of this page, or not hers.
					if ([403, 404, 405].includes(first)) continue;
					taken++;
					for (const unfit of UNFIT) {
						judge(unfit, await post(FIELDS.map((name) => `${name}=${unfit}`).join('&')));
					}
					judge(
						'broken',
						await post('--x\r\nContent-Disposition: form', 'multipart/form-data; boundary=x')
					);
				}
			});
			expect(taken).toBeGreaterThan(2);
			expect(faults).toEqual([]);
		}
	);
});
