import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresAnswer } from '#lib/base/charts/figure-answer.ts';
import { headlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { progressAnswer } from '#lib/figures/progress/answer.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';

let folder: DataFolder;
let app: AppProcess;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
});
afterAll(() => folder.remove());

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { headers });

describe('GET /api/v1/stand', () => {
	it('answers the figures in the shape that its description says', async () => {
		const response = await get('/api/v1/stand?peildatum=2020-06-30&bekendOp=2020-12-31');
		expect(response.status).toBe(200);
		expect(response.headers.get('api-version')).toBe('1.0.0');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		const stand = headlineAnswer.strict().parse(await response.json());
		expect(stand).toMatchObject({
			peildatum: '2020-06-30',
			bekendOp: '2020-12-31',
			gemeenten: { totaal: 355, definitie: `${app.url}/definities#gemeentedekking` },
			inwoners: { totaal: 17_427_806, peildatumBevolking: '2020-01-01' },
			organisaties: { totaal: 137 },
			voorbeeldgegevens: true
		});
	});

	it('answers for a province in any spelling, and 404 for one that is not there', async () => {
		const [fryslan, friesland] = await Promise.all(
			['fryslan', 'Friesland'].map(async (name) =>
				headlineAnswer.parse(await (await get(`/api/v1/stand?provincie=${name}`)).json())
			)
		);
		expect(fryslan).toEqual(friesland);
		expect(fryslan).toMatchObject({ provincie: 'fryslan', gemeenten: { totaal: 18 } });
		const unknown = await get('/api/v1/stand?provincie=atlantis');
		expect(unknown.status).toBe(404);
		expect(unknown.headers.get('content-type')).toBe('application/problem+json');
	});

	it('answers 400 with every error, as application/problem+json', async () => {
		const response = await get('/api/v1/stand?peildatum=gisteren&bekendOp=2021-02-30&provincie=x');
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(await response.json()).toMatchObject({
			status: 400,
			errors: [{ parameter: 'peildatum' }, { parameter: 'bekendOp' }, { parameter: 'provincie' }]
		});
	});

	it('answers 304 to who has this version already', async () => {
		const etag = (await get('/api/v1/stand')).headers.get('etag') ?? '';
		expect(etag).not.toBe('');
		expect((await get('/api/v1/stand', { 'if-none-match': etag })).status).toBe(304);
	});
});

describe('the rest of the API', () => {
	it('is described in OpenAPI', async () => {
		const response = await get('/api/v1/openapi.json');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(await response.json()).toMatchObject({
			openapi: '3.1.0',
			servers: [{ url: `${app.url}/api/v1` }],
			paths: { '/stand': { get: { responses: { '400': {}, '404': {} } } } }
		});
	});

	it('refuses alike at every address of its description', async () => {
		const { paths } = (await (await get('/api/v1/openapi.json')).json()) as { paths: object };
		expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/stand', '/vertraging']));
		for (const path of Object.keys(paths)) {
			const statusOf = async (query: string) => (await get(`/api/v1${path}?${query}`)).status;
			expect(await statusOf('peildatum=2021-02-30'), path).toBe(400);
			expect(await statusOf('cohort=uitrol_2020&cohort=uitrol_2021'), path).toBe(400);
			expect(await statusOf('provincie=atlantis'), path).toBe(404);
			// These are the map page's, and every address ignores what it does not take.
			expect(await statusOf('pagina=x&lagen=y&utm_source=z'), path).not.toBe(400);
		}
	});

	it('says in its own form that an address is not there', async () => {
		const response = await get('/api/v1/iets-anders');
		expect(response.status).toBe(404);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
	});
});

describe('the filters of the map', () => {
	const pages = ['stand', 'voortgang', 'meldtijd', 'vragen', 'dekking'];

	it.each(pages)('narrow /api/v1/%s, and what is no filter is refused', async (page) => {
		const narrowed = await get(`/api/v1/${page}?poi=cubiss&cohort=kopgroep_2019&zoek=bibliotheek`);
		expect(narrowed.status).toBe(200);
		expect(await narrowed.json()).toMatchObject({
			provincie: null,
			poi: 'cubiss',
			cohort: 'kopgroep_2019',
			zoek: 'bibliotheek'
		});
		const refused = await get(`/api/v1/${page}?peildatum=gisteren&poi=niemand&cohort=nooit`);
		expect(refused.status).toBe(400);
		expect(await refused.json()).toMatchObject({
			errors: [{ parameter: 'peildatum' }, { parameter: 'poi' }, { parameter: 'cohort' }]
		});
	});

	it('count the same organisations in the headline and in the progress', async () => {
		const query = '?peildatum=2021-06-30&cohort=kopgroep_2019';
		const stand = headlineAnswer.parse(await (await get(`/api/v1/stand${query}`)).json());
		const { kerncijfers } = progressAnswer.parse(
			await (await get(`/api/v1/voortgang${query}`)).json()
		);
		// Design 6: fifteen libraries began in 2019.
		expect(stand.organisaties.totaal).toBe(15);
		expect(kerncijfers.find(({ telling }) => telling === 'organisaties')).toMatchObject({
			totaal: 15,
			gerealiseerd: stand.organisaties.open
		});
	});
});

describe('a day to come', () => {
	const pages = [
		...['stand', 'voortgang', 'dekking', 'meldtijd', 'vragen'],
		...['vertraging', 'vergelijken', 'cijfers-naast-elkaar']
	];

	it.each(pages)('has its facts of today: /api/v1/%s says so', async (page) => {
		const answer: unknown = await (await get(`/api/v1/${page}?peildatum=2022-07-01`)).json();
		expect(answer).toMatchObject({ peildatum: '2022-07-01', feitenVan: '2022-01-31' });
		const past: unknown = await (await get(`/api/v1/${page}?peildatum=2021-07-01`)).json();
		expect(past).toMatchObject({ peildatum: '2021-07-01', feitenVan: '2021-07-01' });
	});
});

describe('the health of the process', () => {
	it('is live, and ready when the database answers and its migrations are current', async () => {
		expect(await (await get('/health/live')).text()).toBe('ok\n');
		const ready = await get('/health/ready');
		expect(ready.status).toBe(200);
		expect(await ready.json()).toEqual({
			ready: true,
			database: 'reachable',
			writes: 'kept',
			migrations: 'current'
		});
	});
});

describe('the figures of a page', () => {
	it.each(['vertraging', 'vergelijken', 'cijfers-naast-elkaar'])(
		'/api/v1/%s answers them as tables, and refuses what it does not understand',
		async (page) => {
			const response = await get(`/api/v1/${page}?peildatum=2021-06-30`);
			expect(response.status).toBe(200);
			const answer = figuresAnswer.strict().parse(await response.json());
			expect(answer).toMatchObject({ peildatum: '2021-06-30', voorbeeldgegevens: true });
			expect(Object.values(answer.figuren).some(({ rijen }) => rijen.length > 1)).toBe(true);
			const refused = await get(`/api/v1/${page}?peildatum=31-6-2021&bekendOp=x`);
			expect(refused.status).toBe(400);
			expect(refused.headers.get('content-type')).toBe('application/problem+json');
			const { errors } = (await refused.json()) as { errors: { parameter: string }[] };
			expect(errors.map(({ parameter }) => parameter)).toEqual(['peildatum', 'bekendOp']);
		}
	);

	it('says of a forecast that it is being made, until it is there', async () => {
		const ask = () => get('/api/v1/prognose?peildatum=2021-06-30');
		const first = await ask();
		if (first.status !== 200) {
			expect(first.status).toBe(503);
			expect(first.headers.get('retry-after')).toBe('5');
		}
		await expect.poll(async () => (await ask()).status, { timeout: 60_000 }).toBe(200);
		const answer = figuresAnswer.parse(await (await ask()).json());
		expect(Object.keys(answer.figuren)).toContain('trefzekerheid');
		expect(answer.figuren.provincies?.rijen).toHaveLength(12);
	}, 90_000);
});
