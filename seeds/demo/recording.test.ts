import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import { generateStory } from './generate-story.ts';
import { storyUntil } from './story.ts';
import { toldStory } from '#tests/factories/told-story.ts';

const { reference, opened, pointsOn, realised, story } = toldStory();

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
