import { expect, it } from 'vitest';
import { mostDay } from './most-day.ts';

/** Something that opens on these days, per run. */
const unit = (...days: number[]) => ({ weight: 1, days: Int32Array.from(days) });
const ten = [...Array.from({ length: 9 }, () => unit(10, 10, 10)), unit(2_000, 2_000, 2_000)];

it('the day of nine in ten is not pulled by the few that stand still', () => {
	expect(mostDay(ten, 0.9, 2_190)).toBe(10);
	expect(mostDay(ten, 0.95, 2_190)).toBe(2_000);
	expect(mostDay(ten, 0.95, 1_000)).toBeNull();
	expect(mostDay([], 0.9, 1_000)).toBeNull();
});

it('is of half of the runs, not an average that one slow run pulls', () => {
	expect(mostDay([unit(5, 20, 900)], 0.9, 1_000)).toBe(20);
});

it('weighs what counts more', () => {
	const heavy = { ...unit(100), weight: 50 };
	expect(mostDay([unit(1), unit(2), heavy], 0.9, 1_000)).toBe(100);
	expect(mostDay([unit(300), unit(2), heavy], 0.9, 1_000)).toBe(100);
});
