import { describe, expect, it } from 'vitest';
import { ROLLOUT_STATUSES, rolloutStatus } from '#lib/base/status/rollout-status.ts';
import { addDays, earliestDay, holdsOn, type Day } from '#lib/base/day/day.ts';
import { createStoryReader, type PointState } from '#tests/factories/story-reader.ts';
import { storyUntil } from './story.ts';
import { toldStory } from '#tests/factories/told-story.ts';

const { reference, activeOn, pointsOn, story } = toldStory();

describe('the plans', () => {
	const firstPlanOf = new Map<string, Day>();
	for (const { library, firstPlanOn } of pointsOn('2022-12-31')) {
		const earlier = firstPlanOf.get(library);
		if (firstPlanOn && (!earlier || firstPlanOn < earlier)) firstPlanOf.set(library, firstPlanOn);
	}

	it('are there for every organisation: the kopgroep on 1 July 2019, the others by September 2021', () => {
		for (const { slug, cohort } of activeOn('2022-01-01')) {
			const plan = firstPlanOf.get(slug)!;
			if (cohort === 'kopgroep_2019') expect(plan).toBe('2019-07-01');
			else {
				expect(plan >= '2020-01-01').toBe(true);
				expect(plan <= '2021-09-30').toBe(true);
			}
		}
	});

	it('are for 2020 in 24 organisations in Gelderland and Overijssel', () => {
		const east = activeOn('2022-01-01').filter(
			(row) => ['PV23', 'PV25'].includes(row.provinceCode) && row.cohort !== 'kopgroep_2019'
		);
		expect(east.filter((row) => firstPlanOf.get(row.slug)! < '2021-01-01')).toHaveLength(24);
	});

	it('were higher than the published openings at the end of 2020 and of 2021', () => {
		const planned = (day: Day) =>
			pointsOn(day).filter((state) => state.isInLibrary && state.firstPlanOn! <= day).length;
		expect(planned('2020-12-31')).toBeGreaterThan(73);
		expect(planned('2021-12-31')).toBeGreaterThan(439);
	});

	it('follow one another, and come before the opening', () => {
		const histories = Map.groupBy(
			story.events.filter((event) => event.milestoneCode === 'opening'),
			(event) => JSON.stringify(event.subject)
		);
		const corrected = new Set(story.events.map((event) => event.correctsEventId));
		for (const history of histories.values()) {
			const counting = history.filter((event) => !corrected.has(event.id));
			const plans = counting.filter((event) => event.kind === 'planned');
			const days = plans.map((event) => event.effectiveOn);
			expect(days.length).toBeGreaterThan(0);
			expect(days).toEqual([...new Set(days)].sort());
			const opening = counting.find((event) => event.kind === 'achieved');
			if (opening) expect(days.at(-1)! < opening.effectiveOn).toBe(true);
		}
	});

	it('moved because of the lockdowns more than for any other reason', () => {
		const counts = Map.groupBy(
			story.events.filter((event) => event.kind === 'planned' && event.reasonCode),
			(event) => event.reasonCode
		);
		const most = [...counts].sort((a, b) => b[1].length - a[1].length)[0];
		expect(most?.[0]).toBe('lockdown');
	});
});

describe('the states', () => {
	it('never say that something was reached before the application', () => {
		const applied = new Map<string, Day>();
		for (const event of story.events) {
			if (event.milestoneCode === 'aanvraag' && 'library' in event.subject) {
				applied.set(event.subject.library, event.effectiveOn);
			}
		}
		const libraryOf = new Map(
			story.points.map((point) => [point.key, point.periods.map((period) => period.library)])
		);
		const tooEarly = story.events.filter((event) => {
			const libraries =
				'point' in event.subject ? libraryOf.get(event.subject.point)! : [event.subject.library];
			return (
				event.kind === 'achieved' &&
				!libraries.some((library) => applied.get(library)! <= event.effectiveOn)
			);
		});
		expect(tooEarly).toEqual([]);
	});

	it('do not close, or take online, a point before its plan', () => {
		const firstDay = new Map<string, Day>();
		for (const event of story.events) {
			if (event.milestoneCode !== 'opening' || !('point' in event.subject)) continue;
			const day = firstDay.get(event.subject.point);
			if (!day || event.effectiveOn < day) firstDay.set(event.subject.point, event.effectiveOn);
		}
		const early = story.events.filter(
			(event) =>
				event.milestoneCode === 'operation' &&
				'point' in event.subject &&
				event.effectiveOn < firstDay.get(event.subject.point)!
		);
		expect(early).toEqual([]);
	});

	it('put a point in one library and one municipality that exist, on every day', () => {
		for (const day of ['2019-12-31', '2020-01-01', '2021-01-01', '2022-01-01', '2022-03-24']) {
			const libraries = new Set(activeOn(day).map((row) => row.slug));
			const codes = new Set(
				reference.municipalities.filter((row) => holdsOn(row, day)).map((row) => row.code)
			);
			const strays = pointsOn(day).filter(
				(state) => !libraries.has(state.library) || !codes.has(state.municipalityCode)
			);
			expect(strays).toEqual([]);
		}
	});

	it('carry the first plan and the state of merged libraries over', () => {
		const of = (library: string) =>
			story.events.filter(
				(event) => 'library' in event.subject && event.subject.library === library
			);
		const restated = of('bibliotheek-west-brabant').filter(
			(event) => event.note === 'Overgenomen bij de fusie.'
		);
		expect(restated.map((event) => event.milestoneCode)).toEqual(
			expect.arrayContaining(['aanvraag', 'beschikking', 'projectplan'])
		);
		const earliest = [...of('bibliotheek-vannu'), ...of('bibliotheek-het-markiezaat')]
			.filter((event) => event.milestoneCode === 'aanvraag' && event.kind === 'achieved')
			.map((event) => event.effectiveOn)
			.sort()[0];
		const own = restated.find((event) => event.milestoneCode === 'aanvraag');
		expect(own?.effectiveOn).toBe(earliest);
		expect(restated.every((event) => event.recordedOn >= '2020-01-01')).toBe(true);
	});
});

describe('the demo on 31 January 2022', () => {
	const today = '2022-01-31';
	const states = createStoryReader(storyUntil(story, today))(today, today);
	const waiting = states.filter((state) => !state.isRealised);

	it('still has organisations without a point and many municipalities that are not covered', () => {
		const open = new Set(states.filter((state) => state.isRealised).map((state) => state.library));
		expect(activeOn(today).length - open.size).toBeGreaterThan(3);
		const covered = new Set(
			states.filter((state) => state.isRealised).map((state) => state.municipalityCode)
		);
		expect(345 - covered.size).toBeGreaterThan(60);
	});

	it('has municipalities of every status', () => {
		const served = new Set(
			reference.workAreas.filter((row) => holdsOn(row, today)).map((row) => row.municipalityCode)
		);
		const statuses = reference.municipalities
			.filter((row) => holdsOn(row, today))
			.map((row) => {
				const here = states.filter((state) => state.municipalityCode === row.code);
				const count = (test: (state: PointState) => boolean) => here.filter(test).length;
				const facts = {
					realised: count((state) => state.isRealised),
					accessible: count((state) => state.isAccessible),
					temporarilyClosed: count((state) => state.isTemporarilyClosed),
					onlineOnly: count((state) => state.onlineOnly),
					earliestPlanOn: earliestDay(
						here.filter((state) => !state.isRealised).map((state) => state.planOn)
					),
					withdrawn: count(({ isRealised, firstPlanOn, planOn }) => {
						return !isRealised && firstPlanOn !== null && planOn === null;
					}),
					libraryProvision: served.has(row.code) ? ('served' as const) : row.libraryProvision
				};
				return rolloutStatus(facts, today);
			});
		// Nothing is online only for now: no lockdown keeps people away on this day.
		const expected = ROLLOUT_STATUSES.filter((status) => status !== 'online_now');
		expect(new Set(statuses)).toEqual(new Set(expected));
	});

	it('has plans that passed, that come within 90 days, and later, and points on hold or online', () => {
		const soon = addDays(today, 90);
		const count = (test: (state: PointState) => boolean) => waiting.filter(test).length;
		expect(count((state) => state.planOn !== null && state.planOn < today)).toBeGreaterThan(10);
		expect(
			count((state) => state.planOn !== null && state.planOn >= today && state.planOn <= soon)
		).toBeGreaterThan(30);
		expect(count((state) => state.planOn !== null && state.planOn > soon)).toBeGreaterThan(20);
		expect(count((state) => state.onHold)).toBeGreaterThan(2);
		expect(count((state) => state.onlineOnly)).toBe(2);
	});
});
