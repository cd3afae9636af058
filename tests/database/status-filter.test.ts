import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { PAGES, type AnyPage } from '#lib/server/publish/api/pages.ts';
import { progressOf } from './progress/progress-of.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const DAYS = ['', 'peildatum=2020-12-31', 'peildatum=2021-06-30&bekendOp=2021-09-30'];
const FILTERS = ['', 'provincie=zuid-holland', 'poi=cubiss', 'cohort=kopgroep_2019'];
const STATUSES = ['status=gerealiseerd', 'status=planning-verlopen', 'status=niet-gepland'];

/** A forecast is made by another process; the figures of progress are read without theirs, below. */
const WITHOUT_FORECAST = PAGES.filter(({ path }) => !['/prognose', '/voortgang'].includes(path));

/** What only repeats the address, or counts what a status selects beside the figures. */
const ECHOES = new Set(['filters', 'geselecteerd']);

const withoutEchoes = (body: unknown): unknown =>
	Object.fromEntries(Object.entries(body as object).filter(([name]) => !ECHOES.has(name)));

/** Everything that a page answers at an address, and whether it refuses any of it. */
async function answerOf(page: AnyPage, address: string) {
	const place = page.path === '/waar-terecht' ? 'plaats=Kampen' : '';
	const params = new URLSearchParams([address, place].filter(Boolean).join('&'));
	const asked = await page.ask(database.db, params);
	const { body } = await asked.answer('https://ido.example.nl');
	return { figures: withoutEchoes(body), notices: asked.notices };
}

const ADDRESSES = DAYS.flatMap((day) =>
	FILTERS.map((filter) => [day, filter].filter(Boolean).join('&'))
);

describe.each(WITHOUT_FORECAST.map((page) => [page.path, page] as const))(
	'a status leaves every figure of %s as it is',
	(_path, page) => {
		it.each(ADDRESSES)('at "%s"', async (address) => {
			const every = await answerOf(page, address);
			for (const status of STATUSES) {
				const selected = await answerOf(page, [address, status].filter(Boolean).join('&'));
				expect([status, selected]).toEqual([status, every]);
			}
		});
	}
);

describe('a status leaves every figure of /voortgang as it is', () => {
	it.each(ADDRESSES)('at "%s"', async (address) => {
		const figuresAt = async (more: string) => {
			const params = new URLSearchParams([address, more].filter(Boolean).join('&'));
			// What is asked for stands in it too.
			return { ...(await progressOf(database.db, params)).progress, view: null };
		};
		const every = await figuresAt('');
		for (const status of STATUSES)
			expect([status, await figuresAt(status)]).toEqual([status, every]);
	});
});
