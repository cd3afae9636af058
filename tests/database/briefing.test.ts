import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHOWN } from '#lib/publish/briefing/types.ts';
import { daysBetween, type Day } from '#lib/base/day/day.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { isBehindFirstPlan, type MilestoneStatus } from '#lib/ledger/milestone/lateness.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { listBehind } from '#lib/server/publish/briefing/list-behind.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { readSubsidy } from '#lib/server/figures/subsidy/read-subsidy.ts';
import { readBriefing } from '#lib/server/publish/briefing/read-briefing.ts';
import { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { headlineOf, readFacts, standingOn, type Facts } from './coverage/oracle.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { historyKey, libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';

const TODAY: Day = '2022-01-31';

let database: TestDatabase;
let facts: Facts;
let forecasts: Forecasts;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	facts = await readFacts(database.db);
	forecasts = new Forecasts(database.db);
});
afterAll(async () => {
	await forecasts.stop();
	await database.drop();
});

/** The days of the first plans that are behind, per library, step by step from the ledger. */
function plainly(provinceCode: string, validOn: Day, knownOn: Day): Map<number, Day[]> {
	const day = validOn < TODAY ? validOn : TODAY;
	const behind = new Map<number, Day[]>();
	const look = (libraryId: number, subject: Subject) => {
		for (const code of milestonesOf(subject.level)) {
			const events = facts.histories.get(historyKey({ subject, milestoneCode: code })) ?? [];
			const on = (lane: 'first_plan' | 'plan') =>
				stateAt(events, lane, validOn, knownOn)?.targetOn ?? null;
			const kind = stateAt(events, 'status', validOn, knownOn)?.kind;
			const lines = {
				firstPlanOn: on('first_plan'),
				planOn: on('plan'),
				forecastOn: null,
				status: kind === undefined || kind === 'resumed' ? null : (kind as MilestoneStatus),
				predecessorOverdue: false
			};
			if (isBehindFirstPlan(lines, day) && lines.firstPlanOn)
				behind.set(libraryId, [...(behind.get(libraryId) ?? []), lines.firstPlanOn]);
		}
	};
	const inProvince = new Set(
		facts.municipalities.filter((one) => one.provinceCode === provinceCode).map(({ code }) => code)
	);
	for (const library of facts.libraries) {
		const active = library.activeFrom <= validOn && validOn < library.activeTo;
		if (active && library.provinceCode === provinceCode) look(library.id, libraryOf(library.id));
	}
	for (const point of standingOn(facts, validOn, knownOn, TODAY).points) {
		if (point.status !== 'closed' && inProvince.has(point.municipalityCode))
			look(point.libraryId, pointOf(point.id));
	}
	return behind;
}

describe('the briefing of a province', () => {
	it.each([
		['gelderland', '2022-01-31', null],
		['noord-holland', '2021-06-30', '2021-06-30'],
		['zeeland', '2020-12-31', '2021-03-01'],
		['utrecht', '2022-06-30', null]
	] as const)('of %s on %s as known on %s lists what is behind', async (slug, validOn, knownOn) => {
		const filters = { ...NO_FILTERS, province: slug };
		const where = { asOf: { validOn, knownOn }, today: TODAY, filters };
		const provinces = await database.db.selectFrom('province').selectAll().execute();
		const code = provinces.find((one) => one.slug === slug)?.code ?? '';
		const expected = plainly(code, validOn, knownOn ?? TODAY);
		const { rows, total, milestones } = await listBehind(database.db, where, 1_000);
		const slugs = new Map(facts.libraries.map((library) => [library.slug, library.id]));
		const found = rows.map((row) => [slugs.get(row.slug), row.milestones, row.firstPlanOn]);
		const all = [...expected].map(([id, days]) => [id, days.length, days.toSorted()[0]]);
		expect(found.toSorted()).toEqual(all.toSorted());
		expect(total).toBe(expected.size);
		expect(milestones).toBe([...expected.values()].flat().length);
		expect(rows.map(({ days }) => days)).toEqual(
			rows.map(({ days }) => days).toSorted((a, b) => b - a)
		);
		const day = validOn < TODAY ? validOn : TODAY;
		for (const row of rows) expect(row.days).toBe(daysBetween(row.firstPlanOn, day));
	});

	it('says the headline figures of its dates, white spots and coming openings', async () => {
		const asOf = { validOn: '2021-09-30', knownOn: null };
		const request = { slug: 'limburg', asOf, today: TODAY, wait: true };
		const read = await readBriefing(database.db, forecasts, request);
		const briefing = read?.briefing;
		const codes = new Set(
			facts.municipalities
				.filter((one) => one.provinceCode === read?.province.code)
				.map((one) => one.code)
		);
		const standing = standingOn(facts, '2021-09-30', TODAY, TODAY);
		const here = {
			points: standing.points.filter((point) => codes.has(point.municipalityCode)),
			libraries: [],
			municipalities: standing.municipalities.filter(({ code }) => codes.has(code))
		};
		const { locations, municipalities, inhabitants } = headlineOf(here, '2021-09-30');
		expect(briefing?.headline).toMatchObject({ locations, municipalities, inhabitants });
		expect(briefing?.whiteSpots.total).toBe(municipalities.total - municipalities.covered);
		expect(briefing?.whiteSpots.inhabitants).toBe(inhabitants.total - inhabitants.covered);
		expect([briefing?.quarter.on, briefing?.year.on]).toEqual(['2021-06-30', '2020-09-30']);
		const plans = here.points.flatMap(({ awaitedOn, status }) =>
			awaitedOn !== null && awaitedOn >= '2021-09-30' && status !== 'online_only' ? [awaitedOn] : []
		);
		expect(briefing?.next.total).toBe(plans.length);
		expect(briefing?.next.rows.map(({ planOn }) => planOn)).toEqual(
			plans.toSorted().slice(0, SHOWN.next)
		);
		expect(briefing?.forecast?.day).toBe('2021-09-30');
		expect(briefing?.forecast?.measures.municipalities.total).toBe(municipalities.total);
	});

	it.each([
		['overijssel', '2021-06-30', '2021-07-15'],
		['zeeland', '2022-01-31', null]
	] as const)('of %s says of the subsidy what its page says', async (slug, validOn, knownOn) => {
		const asOf = { validOn, knownOn };
		const request = { slug, asOf, today: TODAY, wait: true };
		const read = await readBriefing(database.db, forecasts, request);
		const address = new URLSearchParams({ provincie: slug, peildatum: validOn });
		if (knownOn) address.set('bekendOp', knownOn);
		const question = await readQuestion(database.db, address);
		const { bought } = await readSubsidy(question, 'page');
		expect(bought?.locations).toBeGreaterThan(0);
		expect(read?.briefing.bought).toEqual(bought);
	});

	it('knows no province that does not exist', async () => {
		const asOf = { validOn: TODAY, knownOn: null };
		const request = { slug: 'holland', asOf, today: TODAY, wait: false };
		expect(await readBriefing(database.db, forecasts, request)).toBeUndefined();
	});
});
