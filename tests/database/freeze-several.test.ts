import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { seenFigures } from '#lib/server/publish/edition/seen-figures.ts';
import { freezeEdition, prepareEdition } from '#lib/server/publish/edition/service.ts';
import { AUTHOR, newSigningKey, ORIGIN } from '#tests/factories/edition.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const key = newSigningKey();
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

it('several quarters frozen at once are each read once, and a few too many are refused', async () => {
	let forecasts = 0;
	const readForecast = () => {
		forecasts += 1;
		return Promise.resolve(null);
	};
	const requests = await Promise.all(
		['2020-k3', '2020-k4', '2021-k1', '2021-k2', '2021-k3'].map(async (code) => {
			const quarter = parseQuarter(code)!;
			const { situation } = await prepareEdition(database.db, quarter, TODAY);
			return {
				quarter,
				knownOn: TODAY,
				seen: seenFigures(situation),
				readForecast,
				origin: ORIGIN
			};
		})
	);
	const outcomes = await Promise.allSettled(
		requests.map((request) => freezeEdition(database.db, AUTHOR, request, key))
	);
	expect(outcomes.slice(0, 4)).toEqual(
		Array(4).fill({ status: 'fulfilled', value: { refused: null } })
	);
	expect((outcomes[4] as PromiseRejectedResult).reason).toBeInstanceOf(TooBusy);
	expect(forecasts).toBe(4);
});
