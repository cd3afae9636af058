import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import type { Day } from '#lib/base/day/day.ts';
import { readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';

const DAY: Day = '2021-06-30';
const AUTHOR = { id: 'tester', organisation: 'Testbureau' };
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

describe('the situation that a forecast is made from', () => {
	it('has the figures of the headline of that day as known then', async () => {
		const situation = await readSituation(database.db, asMadeOn(DAY));
		const headline = await readHeadline(database.db, {
			asOf: { validOn: DAY, knownOn: DAY },
			today: DAY,
			filters: NO_FILTERS
		});
		const open = Object.values(situation.openLocations).reduce((a, b) => a + b, 0);
		expect(open).toBe(headline.locations.open);
		expect(situation.libraries).toHaveLength(headline.organisations.total);
		expect(situation.libraries.filter((row) => row.open)).toHaveLength(headline.organisations.open);
		expect(situation.municipalities.filter(({ covered }) => covered)).toHaveLength(
			headline.municipalities.covered
		);
	});

	it('holds nothing that happened or was recorded after its day', async () => {
		const { openings, candidates, earlier } = await readSituation(database.db, asMadeOn(DAY));
		expect(openings.every(({ openedOn }) => openedOn <= DAY)).toBe(true);
		expect(candidates.every(({ day }) => day === DAY)).toBe(true);
		expect(earlier.every(({ day }) => day < DAY)).toBe(true);
		expect(new Set(earlier.map(({ day }) => day)).size).toBeGreaterThan(12);
	});

	it('does not change when openings, plans and corrections are recorded later', async () => {
		const before = await readSituation(database.db, asMadeOn(DAY));
		const [first, second, third, fourth] = before.candidates.map(({ pointId }) => pointId);
		const opening = { milestoneCode: 'opening', effectiveOn: '2021-05-01' };
		const corrected = await database.db
			.selectFrom('event')
			.select('id')
			.where('informationPointId', '=', fourth!)
			.where('milestoneCode', '=', 'opening')
			.where('kind', '=', 'planned')
			.executeTakeFirstOrThrow();
		await database.db.transaction().execute((trx) =>
			appendEvents(trx, AUTHOR, [
				// Back-dated: true before the day, but nobody could know it then.
				{ ...opening, subject: pointOf(first!), kind: 'achieved' },
				{ ...opening, subject: pointOf(second!), kind: 'planned', targetOn: '2021-07-10' },
				{ ...opening, subject: pointOf(third!), kind: 'on_hold' },
				{
					...opening,
					subject: pointOf(fourth!),
					kind: 'planned',
					targetOn: '2021-08-01',
					correctsEventId: corrected.id
				}
			])
		);
		expect(await readSituation(database.db, asMadeOn(DAY))).toEqual(before);
		const now = await readSituation(database.db, asMadeOn('2022-01-31'));
		expect(now.candidates.map(({ pointId }) => pointId)).not.toContain(first);
		// The same day with what is known now: what was recorded later is a fact of that day.
		const known = await readSituation(database.db, { day: DAY, knownOn: '2022-01-31' });
		expect(known.day).toBe(DAY);
		expect(known.candidates.map(({ pointId }) => pointId)).not.toContain(first);
		expect(before.candidates.map(({ pointId }) => pointId)).toContain(first);
		expect(known.openings.every(({ openedOn }) => openedOn <= DAY)).toBe(true);
	});
});
