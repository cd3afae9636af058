import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { PROGRESS_MEASURES } from '#lib/base/measure/measure.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { readChanges } from '#lib/server/figures/progress/read-curve.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2022-01-31';
const AUTHOR = { id: 'test', organisation: 'Rijnbrink' };

let database: TestDatabase;
let points: number[];
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const planned = await database.db
		.selectFrom('milestoneState')
		.select('informationPointId')
		.distinct()
		.where('milestoneCode', '=', 'opening')
		.where('lane', '=', 'first_plan')
		.where('onDay', '<', '2021-06-01')
		.where('informationPointId', 'is not', null)
		.orderBy('informationPointId')
		.execute();
	points = planned.map((row) => row.informationPointId ?? 0);
});
afterAll(() => database.drop());

async function lanes(lane: 'firstPlan' | 'plan') {
	const where = { asOf: { validOn: TODAY, knownOn: null }, today: TODAY, filters: NO_FILTERS };
	const all = await Promise.all(
		PROGRESS_MEASURES.map((measure) => readChanges(database.db, where, measure))
	);
	return all.map(({ plans }) => plans.filter((plan) => plan.lane === lane));
}

/** What can happen to a plan after the first: a later plan, a forecast, a pause, or its withdrawal. */
const anyReplan = fc.record({
	pick: fc.nat(),
	kind: fc.constantFrom('planned', 'planned', 'forecast', 'on_hold', 'plan_withdrawn' as const),
	daysBack: fc.nat({ max: 200 }),
	daysAhead: fc.nat({ max: 600 })
});

describe('the curve of first plans', () => {
	it('never changes when plans are made again, put off, paused or withdrawn', async () => {
		const first = await lanes('firstPlan');
		const current = await lanes('plan');
		await fc.assert(
			fc.asyncProperty(fc.array(anyReplan, { minLength: 1, maxLength: 12 }), async (replans) => {
				const events = replans.map(({ pick, kind, daysBack, daysAhead }): NewEvent => {
					const effectiveOn = addDays(TODAY, -daysBack);
					const hasTarget = kind === 'planned' || kind === 'forecast';
					return {
						subject: pointOf(points[pick % points.length] ?? 0),
						milestoneCode: 'opening',
						kind,
						effectiveOn,
						targetOn: hasTarget ? addDays(effectiveOn, daysAhead) : null
					};
				});
				await database.db.transaction().execute((trx) => appendEvents(trx, AUTHOR, events));
				expect(await lanes('firstPlan')).toEqual(first);
			}),
			{ numRuns: 8 }
		);
		expect(await lanes('plan')).not.toEqual(current);
	});
});
