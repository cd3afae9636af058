import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf, nearestTo, nearestTowards, type Direction } from './nearest.ts';

const spot = fc.record({
	x: fc.integer({ max: 900, min: 0 }),
	y: fc.integer({ max: 900, min: 0 })
});

test.each(['left', 'right', 'up', 'down'] as Direction[])(
	'moving %s always gets further that way, so it comes to an end',
	(direction) => {
		expect.hasAssertions();
		fc.assert(
			fc.property(spot, fc.array(spot), (from, spots) => {
				const next = nearestTowards(from, spots, direction);
				const ahead = { left: 'x', right: 'x', up: 'y', down: 'y' }[direction] as 'x' | 'y';
				const sign = direction === 'left' || direction === 'up' ? -1 : 1;
				expect(next === undefined || sign * (next[ahead] - from[ahead]) > 0).toBe(true);
			})
		);
	}
);

test('straight ahead wins from nearer but aside', () => {
	const [ahead, aside] = [{ x: 20, y: 1 }, { x: 10, y: 12 }]; // prettier-ignore
	expect(nearestTowards({ x: 0, y: 0 }, [aside, ahead], 'right')).toBe(ahead);
});

test('what lies behind or square to the side is not ahead', () => {
	const spots = [{ x: -5, y: 0 }, { x: 1, y: 40 }]; // prettier-ignore
	expect(nearestTowards({ x: 0, y: 0 }, spots, 'right')).toBeUndefined();
});

test('the nearest spot of all', () => {
	const near = { x: 3, y: 4 };
	expect(nearestTo({ x: 0, y: 0 }, [{ x: 9, y: 9 }, near])).toBe(near);
	expect(nearestTo({ x: 0, y: 0 }, [])).toBeUndefined();
});

test('only arrow keys have a direction', () => {
	expect(directionOf('ArrowUp')).toBe('up');
	expect(directionOf('Enter')).toBeUndefined();
});
