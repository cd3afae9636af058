import { describe, expect, it } from 'vitest';
import { addDays, holdsOn, type Day } from '#lib/day/day.ts';
import { readReference } from '../reference/reference.ts';
import { generateStory } from './generate-story.ts';
import { createStoryReader, type PointState } from './story-state.ts';
import { storyUntil } from './story.ts';

const reference = readReference();
const story = generateStory(reference);
const pointsOn = createStoryReader(story);

const realised = (day: Day) => pointsOn(day).filter((state) => state.isRealised);
const locations = (day: Day) => realised(day).filter((state) => state.isInLibrary);
const organisations = (day: Day) => new Set(realised(day).map((state) => state.library)).size;
const activeOn = (day: Day) =>
	reference.libraries.filter((row) =>
		holdsOn({ validFrom: row.activeFrom, validTo: row.activeTo }, day)
	);
const municipality = (name: string) => reference.municipalities.find((row) => row.name === name)!;
const inMunicipality = (states: PointState[], name: string) =>
	states.filter((state) => state.municipalityCode === municipality(name).code);
const opened = story.events.filter(
	(event) => event.milestoneCode === 'opening' && event.kind === 'achieved'
);
const corrected = new Set(story.events.map((event) => event.correctsEventId));
const openedOn = (day: Day) =>
	opened
		.filter((event) => event.effectiveOn === day && !corrected.has(event.id))
		.map((event) => {
			const key = 'point' in event.subject ? event.subject.point : '';
			return story.points.find((point) => point.key === key)!;
		});
const townsOpenedOn = (day: Day) => openedOn(day).map((point) => point.town);

describe('the published counts', () => {
	it.each([
		['2019-07-01', 15, 15],
		['2019-12-31', 29, 15],
		['2020-12-31', 73, 39]
	])('on %s are %i locations in %i organisations', (day, count, libraries) => {
		expect(locations(day)).toHaveLength(count);
		expect(organisations(day)).toBe(libraries);
	});

	it('are 199 the day before the 200th, which opens alone', () => {
		expect(locations('2021-06-23')).toHaveLength(199);
		expect(locations('2021-06-24')).toHaveLength(200);
		expect(townsOpenedOn('2021-06-24')).toEqual(['Oegstgeest']);
	});

	it('are about 400 on 29 November and 439 at the end of 2021', () => {
		expect(locations('2021-11-29').length).toBeGreaterThanOrEqual(385);
		expect(locations('2021-11-29').length).toBeLessThanOrEqual(415);
		expect(locations('2021-12-31')).toHaveLength(439);
	});

	it('leave one to ten organisations without a point at the end of 2021, and none of 136 in 2022', () => {
		const missing = activeOn('2021-12-31').length - organisations('2021-12-31');
		expect(missing).toBeGreaterThanOrEqual(1);
		expect(missing).toBeLessThanOrEqual(10);
		expect(activeOn('2022-01-01')).toHaveLength(136);
		expect(organisations('2022-12-31')).toBe(136);
		expect(locations('2022-12-31')).toHaveLength(664);
	});

	it('leave points outside a library to the municipalities', () => {
		const outside = realised('2022-12-31').filter((state) => !state.isInLibrary);
		expect(outside.length).toBeGreaterThan(5);
		expect(realised('2022-12-31').length - outside.length).toBe(664);
		expect(inMunicipality(outside, 'Buren')).toHaveLength(1);
	});
});

describe('the known openings', () => {
	const kopgroep = reference.libraries
		.filter((row) => row.cohort === 'kopgroep_2019')
		.map((row) => row.slug)
		.sort();

	it('begin with one point of each of the kopgroep', () => {
		const first = locations('2019-07-01');
		expect(first.map((state) => state.library).sort()).toEqual(kopgroep);
		const named = first.filter((state) => !state.point.invented).map((state) => state.point.town);
		expect(named.sort()).toEqual(['Dalfsen', 'Kaatsheuvel', 'Venlo']);
	});

	it('stand in the work area of their kopgroep library', () => {
		const area = (slug: string) =>
			reference.workAreas
				.filter((row) => row.library === slug && holdsOn(row, '2019-07-01'))
				.map((row) => row.municipalityCode);
		const strays = locations('2019-07-01').filter(
			(state) => !area(state.library).includes(state.municipalityCode)
		);
		expect(strays).toEqual([]);
	});

	it('are only of kopgroep libraries in 2019, Tiel and Beneden-Leeuwen among them', () => {
		const libraries = new Set(locations('2019-12-31').map((state) => state.library));
		expect([...libraries].sort()).toEqual(kopgroep);
		expect(townsOpenedOn('2019-11-27')).toEqual(
			expect.arrayContaining(['Tiel', 'Beneden-Leeuwen'])
		);
	});

	it.each([
		['2020-03-04', ['Oss', 'Uden', 'Veghel']],
		['2020-12-10', ['Drachten']],
		['2021-06-09', ['Epe', 'Loon op Zand']],
		['2021-07-01', ['Veldhoven']],
		['2021-09-16', ['Hoorn']],
		['2021-11-01', ['Appingedam', 'Winsum']]
	])('on %s include %j', (day, towns) => {
		expect(townsOpenedOn(day)).toEqual(expect.arrayContaining(towns));
	});

	it('make two in Loon op Zand on 9 June 2021 and one in Hardenberg in November', () => {
		expect(inMunicipality(locations('2021-06-09'), 'Loon op Zand')).toHaveLength(2);
		expect(inMunicipality(locations('2021-11-01'), 'Hardenberg')).toHaveLength(1);
		expect(inMunicipality(locations('2021-11-30'), 'Hardenberg')).toHaveLength(1);
	});

	it('make Hoorn the tenth in West-Friesland', () => {
		const region = 'Drechterland;Enkhuizen;Hoorn;Koggenland;Medemblik;Opmeer;Stede Broec'.split(
			';'
		);
		const count = (day: Day) =>
			region.reduce((sum, name) => sum + inMunicipality(locations(day), name).length, 0);
		expect(count('2021-09-15')).toBe(9);
		expect(count('2021-09-16')).toBe(10);
	});

	it('are eight in the province of Groningen on 1 November 2021, in eight places', () => {
		const groningen = openedOn('2021-11-01').filter((point) => {
			const code = point.periods.find((period) => holdsOn(period, '2021-11-01'))?.municipalityCode;
			return reference.municipalities.find((row) => row.code === code)?.provinceCode === 'PV20';
		});
		expect(new Set(groningen.map((point) => point.town)).size).toBe(8);
		expect(groningen).toHaveLength(8);
	});

	it('are six in Súdwest-Fryslân by the end of 2021, the first of their library among them', () => {
		const ofLibrary = locations('2021-12-31').filter(
			(state) => state.library === 'bibliotheken-mar-en-fean'
		);
		expect(inMunicipality(ofLibrary, 'Súdwest-Fryslân').length).toBeGreaterThanOrEqual(6);
		expect(locations('2020-12-31').map((state) => state.library)).not.toContain(
			'bibliotheken-mar-en-fean'
		);
	});

	it('say how exactly their day is known', () => {
		const precision = (town: string) =>
			opened.find(
				(event) =>
					'point' in event.subject &&
					story.points.find(({ key }) => 'point' in event.subject && key === event.subject.point)
						?.town === town
			)?.datePrecision;
		expect([precision('Sneek'), precision('Lochem'), precision('Venlo')]).toEqual([
			'year',
			'month',
			'day'
		]);
	});
});

describe('no opening', () => {
	it('falls in the first lockdown, and those in the second are small', () => {
		const between = (from: Day, to: Day) =>
			opened.filter((event) => from <= event.effectiveOn && event.effectiveOn <= to);
		expect(between('2020-03-16', '2020-05-17')).toEqual([]);
		const small = between('2020-12-15', '2021-05-19').map((event) => event.openingForm);
		expect(new Set(small)).toEqual(new Set(['kleinschalig']));
	});
});

describe('what was recorded', () => {
	it('was never recorded before it was so', () => {
		expect(story.events.filter((event) => event.effectiveOn > event.recordedOn)).toEqual([]);
	});

	it('has ids and moments in one order, on the day they say', () => {
		const moments = story.events.map((event) => event.recordedAt);
		expect(moments).toEqual(moments.toSorted());
		expect(story.events.map((event) => event.id)).toEqual(
			story.events.map((_, index) => index + 1)
		);
		expect(story.events.every((event) => event.recordedAt.startsWith(event.recordedOn))).toBe(true);
	});

	it('has every opening of 2021 by 30 January 2022, and some of them only in January', () => {
		const late = opened.filter(
			(event) => event.effectiveOn <= '2021-12-31' && event.recordedOn > '2022-01-30'
		);
		expect(late).toEqual([]);
		const known = pointsOn('2021-12-31', '2021-12-31').filter((state) => state.isRealised);
		expect(known.length).toBeLessThan(realised('2021-12-31').length);
	});

	it('has every opening up to the 200th on its day, when the count was published', () => {
		const known = pointsOn('2021-06-24', '2021-06-24').filter((state) => state.isRealised);
		expect(known).toHaveLength(200);
	});

	it('has published openings on the day of publication', () => {
		const recordedOn = (town: string, day: Day) =>
			opened.find(
				(event) =>
					event.effectiveOn === day &&
					'point' in event.subject &&
					event.subject.point.endsWith(`/${town}`)
			)?.recordedOn;
		expect(recordedOn('Venlo', '2019-07-01')).toBe('2019-07-01');
		expect(recordedOn('Tiel', '2019-11-27')).toBe('2019-11-29');
		expect(recordedOn('Oegstgeest', '2021-06-24')).toBe('2021-06-24');
	});

	it('corrects only earlier entries about the same subject and milestone', () => {
		const byId = new Map(story.events.map((event) => [event.id, event]));
		const corrections = story.events.filter((event) => event.correctsEventId !== null);
		expect(corrections.length).toBeGreaterThan(20);
		for (const correction of corrections) {
			const before = byId.get(correction.correctsEventId!)!;
			expect(before.recordedAt < correction.recordedAt).toBe(true);
			expect([before.subject, before.milestoneCode]).toEqual([
				correction.subject,
				correction.milestoneCode
			]);
		}
	});

	it('names an organisation and a demo author, never a person', () => {
		expect(story.events.every((event) => /^demo:[a-z-]+$/.test(event.recordedBy))).toBe(true);
		expect(new Set(story.events.map((event) => event.recordedFor)).size).toBe(10);
	});
});

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

describe('the story until a day', () => {
	it.each(['2018-12-31', '2019-07-01', '2020-06-30', '2021-12-31', '2022-12-31'])(
		'%s holds nothing recorded later, and keeps ids',
		(day) => {
			const part = storyUntil(story, day);
			expect(part.events).toEqual(story.events.slice(0, part.events.length));
			expect(part.events.every((event) => event.recordedOn <= day)).toBe(true);
			expect(story.events[part.events.length]?.recordedOn ?? '9999').not.toBe(day);
			expect(part.points).toEqual(story.points.slice(0, part.points.length));
		}
	);

	it('is the same each time', () => {
		expect(generateStory(reference)).toEqual(story);
	});
});
