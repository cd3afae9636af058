import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { planSlip } from '#lib/ledger/milestone/slip.ts';
import {
	listPlanMoves,
	listMoveParts,
	listLeadTimes
} from '#lib/server/figures/plan-moves/queries.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import type { OwnCause } from '#lib/figures/plan-moves/types.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { readFacts, standingOn, type Facts } from './coverage/oracle.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { pointOf, historyKey, libraryOf } from '#lib/ledger/subject/subject.ts';

const TODAY: Day = '2023-06-30';
const AUTHOR = { id: 'test', organisation: 'Rijnbrink' };
const whereOn = (validOn: Day, knownOn: Day | null = null) => ({
	asOf: { validOn, knownOn },
	today: TODAY,
	filters: NO_FILTERS
});

let database: TestDatabase;
let facts: Facts;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	facts = await readFacts(database.db);
});
afterAll(() => database.drop());

/** The days that a milestone of points moved per cause, point by point from the ledger. */
function plainly(milestone: string, validOn: Day, knownOn: Day): Record<string, number> {
	const days: Record<string, number> = {};
	const add = (cause: string, count: number) => {
		if (count !== 0) days[cause] = (days[cause] ?? 0) + count;
	};
	for (const { id } of standingOn(facts, validOn, knownOn, TODAY).points) {
		const events =
			facts.histories.get(historyKey({ subject: pointOf(id), milestoneCode: milestone })) ?? [];
		const slip = planSlip(events, validOn, knownOn);
		const status = stateAt(events, 'status', validOn, knownOn);
		if (status?.kind === 'not_applicable') continue;
		for (const { event, days: moved } of slip.replans)
			add(event.reasonCode ?? 'zonder-reden', moved);
		const last = slip.replans.findLast(({ toTargetOn }) => toTargetOn !== null)?.toTargetOn;
		const plan = last ?? slip.firstPlan?.targetOn ?? null;
		if (plan === null) continue;
		const reached = status?.kind === 'achieved' ? status.effectiveOn : null;
		if (reached !== null) {
			const moved = daysBetween(plan, reached);
			add(moved > 0 ? 'later-gehaald' : 'eerder-gehaald', moved);
		} else if (plan < validOn) {
			const cause = slip.currentPlan === null ? 'ingetrokken' : 'niet-herpland';
			add(cause, daysBetween(plan, validOn));
		}
	}
	return days;
}

describe('the days that openings moved', () => {
	it.each([
		// Two plans made on one day are two steps, each with its own reason.
		['opening', '2023-06-30', null],
		['opening', '2022-01-31', null],
		['opening', '2021-06-30', null],
		['opening', '2021-06-30', '2021-06-30'],
		['opening', '2020-12-31', '2021-03-01'],
		// What later became "does not apply" is no slip.
		['inrichting', '2023-06-30', null]
	] as const)(
		'of %s on %s as known on %s are those of a plain walk over the ledger',
		async (milestone, day, known) => {
			const parts = await listMoveParts(database.db, whereOn(day, known));
			const openings = parts.filter((part) => part.milestone === milestone);
			const days: Record<string, number> = {};
			for (const part of openings) days[part.cause] = (days[part.cause] ?? 0) + part.days;
			const moved = Object.entries(days).filter(([, count]) => count !== 0);
			expect(Object.fromEntries(moved)).toEqual(plainly(milestone, day, known ?? TODAY));
		}
	);

	it('are for two plans made on one day those of each step, by its own reason', async () => {
		const made = '2022-01-31';
		const { informationPointId: id, awaitedOn } = await database.db
			.selectFrom('informationPointState')
			.select(['informationPointId', 'awaitedOn'])
			.where('awaitedOn', 'is not', null)
			.where('knownTo', '=', 'infinity')
			.where('validFrom', '<=', made)
			.where('validTo', '>', made)
			.orderBy('awaitedOn', 'desc')
			.executeTakeFirstOrThrow();
		const before = awaitedOn ?? '';
		const replan = (reasonCode: string, days: number): NewEvent => ({
			...{ subject: pointOf(id), milestoneCode: 'opening', kind: 'planned' },
			...{ effectiveOn: made, targetOn: addDays(before, days), reasonCode }
		});
		const where = whereOn(made);
		const movesOf = async () => {
			const { rows } = await listPlanMoves(
				database.db,
				where,
				{ milestone: 'opening', cause: null },
				100_000
			);
			return rows.filter(({ kind, key }) => kind === 'information_point' && key === String(id));
		};
		const earlier = await movesOf();
		for (const event of [replan('ict', 39), replan('gemeente', 39 + 61)])
			await database.db.transaction().execute((trx) => appendEvents(trx, AUTHOR, [event]));
		const added = (await movesOf()).filter(
			({ fromOn }) => !earlier.some((move) => move.fromOn === fromOn)
		);
		expect(added.map(({ cause, days }) => [cause, days]).toSorted()).toEqual([
			['gemeente', 61],
			['ict', 39]
		]);
	});

	it('are told apart where the plan was withdrawn, by as many openings as the map tells of', async () => {
		const { rows } = await listInformationPoints(
			database.db,
			{ ...whereOn('2022-01-31'), filters: { ...NO_FILTERS, statuses: ['plan_withdrawn'] } },
			{ sort: 'name', direction: 'asc', page: 1, pageSize: 1_000 }
		);
		const moves = async (cause: OwnCause) =>
			(await listPlanMoves(database.db, whereOn('2022-01-31'), { milestone: 'opening', cause }, 1))
				.total;
		expect(rows.length).toBeGreaterThan(0);
		expect(await moves('ingetrokken')).toBe(rows.length);
	});

	it('that passed without a new plan are what the map calls overdue, and what helps online only', async () => {
		const on = whereOn('2022-01-31');
		const statuses = ['plan_overdue', 'online_only'] as const;
		const { rows } = await listInformationPoints(
			database.db,
			{ ...on, filters: { ...NO_FILTERS, statuses: [...statuses] } },
			{ sort: 'name', direction: 'asc', page: 1, pageSize: 1_000 }
		);
		const passed = (wanted: string) =>
			rows.filter(
				({ status, planOn }) => status === wanted && planOn !== null && planOn < on.asOf.validOn
			).length;
		const { total } = await listPlanMoves(
			database.db,
			on,
			{ milestone: 'opening', cause: 'niet-herpland' },
			1
		);
		expect(passed('online_only')).toBeGreaterThan(0);
		expect(total).toBe(passed('plan_overdue') + passed('online_only'));
	});

	it('are the same in the list behind the bars', async () => {
		const where = whereOn('2021-12-31');
		const parts = (await listMoveParts(database.db, where)).filter(
			({ milestone, cause }) => milestone === 'opening' && cause === 'lockdown'
		);
		const query = { milestone: 'opening', cause: 'lockdown' } as const;
		const all = await listPlanMoves(database.db, where, query, 100_000);
		expect(all.total).toBe(parts.reduce((sum, { moves }) => sum + moves, 0));
		expect(all.rows.reduce((sum, { days }) => sum + days, 0)).toBe(
			parts.reduce((sum, { days }) => sum + days, 0)
		);
		const some = await listPlanMoves(database.db, where, query, 3);
		expect(some).toEqual({ rows: all.rows.slice(0, 3), total: all.total });
	});

	it('are for one province those of that province', async () => {
		const where = whereOn('2021-12-31');
		const all = await listMoveParts(database.db, where);
		const filters = { ...NO_FILTERS, province: 'fryslan' } as const;
		const some = await listMoveParts(database.db, { ...where, filters });
		const codes = new Set(some.map(({ provinceCode }) => provinceCode));
		expect(codes.size).toBe(1);
		expect(some).toEqual(all.filter(({ provinceCode }) => codes.has(provinceCode)));
	});
});

describe('lead times', () => {
	it('have quantiles in order, over as many as reached the step', async () => {
		const times = await listLeadTimes(database.db, whereOn(TODAY));
		expect(times.length).toBeGreaterThan(8);
		for (const { milestone, count, p10, p25, p50, p75, p90 } of times) {
			expect([p10, p25, p50, p75, p90]).toEqual(
				[p10, p25, p50, p75, p90].toSorted((a, b) => a - b)
			);
			expect(p10).toBeGreaterThanOrEqual(0);
			const reached = [...facts.histories].filter(
				([key, events]) =>
					key.endsWith(` ${milestone}`) &&
					stateAt(events, 'status', TODAY, TODAY)?.kind === 'achieved'
			);
			expect(count).toBeLessThanOrEqual(reached.length);
			expect(count).toBeGreaterThan(0);
		}
	});

	it('are the days between two milestones of one library', async () => {
		const where = whereOn(TODAY);
		const filters = { ...NO_FILTERS, search: 'Bibliotheek Venlo' };
		const times = await listLeadTimes(database.db, { ...where, filters });
		const venlo = facts.libraries.find(({ slug }) => slug === 'bibliotheek-venlo');
		const historyOfVenlo = (milestoneCode: string) =>
			facts.histories.get(historyKey({ subject: libraryOf(venlo!.id), milestoneCode })) ?? [];
		const dayOf = (code: string) =>
			stateAt(historyOfVenlo(code), 'status', TODAY, TODAY)?.effectiveOn;
		const [applied, granted] = [dayOf('aanvraag'), dayOf('beschikking')];
		expect(times.find(({ milestone }) => milestone === 'beschikking')).toMatchObject({
			count: 1,
			p50: daysBetween(applied ?? '', granted ?? '')
		});
	});
});
