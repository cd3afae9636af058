import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinatesText, readCoordinates } from './coordinates.ts';

const AMSTERDAM = { place: { lat: 52.3702, lon: 4.8952 } };

describe('coordinates as people write them', () => {
	it.each([
		'52.3702, 4.8952',
		'52.3702,4.8952',
		'52.3702 4.8952',
		'52,3702 4,8952',
		'52,3702; 4,8952',
		'4.8952, 52.3702',
		'52.3702° N 4.8952° O'
	])('reads "%s"', (text) => {
		expect(readCoordinates(text)).toEqual(AMSTERDAM);
	});

	it.each([
		['', 'unreadable'],
		['Amsterdam', 'unreadable'],
		['52.3702', 'unreadable'],
		['121000, 487000', 'unreadable'],
		['12.15, -68.27', 'unreadable'],
		['51.5, 0.1', 'outside'],
		['48.85, 2.35', 'outside']
	])('refuses "%s": %s', (text, problem) => {
		expect(readCoordinates(text)).toEqual({ problem });
	});

	it('reads back what it writes', () => {
		const degrees = (min: number, max: number) =>
			fc.integer({ min: min * 1e5, max: max * 1e5 }).map((value) => value / 1e5);
		fc.assert(
			fc.property(degrees(50.7, 53.6), degrees(3.2, 7.3), (lat, lon) => {
				expect(readCoordinates(coordinatesText({ lat, lon }))).toEqual({ place: { lat, lon } });
			})
		);
	});
});
