import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapCell, MapPoint } from '#lib/base/map/types.ts';
import { answerTo, takeAnswer, type MapUpdate } from './map-update.ts';

const cell = fc.record<MapCell>({
	code: fc.constantFrom('GM1', 'GM2', 'GM3', 'GM4'),
	cls: fc.constantFrom('realised', 'planned_90', null),
	label: fc.constantFrom('open', 'gepland')
});
const point = fc.record<MapPoint>({
	id: fc.integer({ min: 1, max: 5 }),
	lat: fc.constant(52),
	lon: fc.constantFrom(5, 6),
	status: fc.constantFrom('realised', 'closed'),
	label: fc.constantFrom('a', 'b')
});
const update = fc.record<MapUpdate>({
	version: fc.constantFrom(1, 2),
	boundarySet: fc.constantFrom(1, 2),
	cells: fc.uniqueArray(cell, { selector: ({ code }) => code }),
	provinces: fc.constant([]),
	points: fc.option(fc.uniqueArray(point, { selector: ({ id }) => id }), { freq: 9 })
});
const overTheLine = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the map of another day', () => {
	it('is whole after every answer, whatever the browser had', () => {
		fc.assert(
			fc.property(fc.option(update), update, (before, after) => {
				const answer = overTheLine(answerTo(before, after));
				expect(takeAnswer(before ?? undefined, answer)).toEqual(after);
			})
		);
	});

	const before: MapUpdate = {
		...{ version: 7, boundarySet: 3, provinces: [] },
		cells: [
			{ code: 'GM1', cls: 'planned_90', label: 'gepland' },
			{ code: 'GM2', cls: 'realised', label: 'open' }
		],
		points: [{ id: 1, lat: 52, lon: 5, status: 'realised', label: 'open' }]
	};
	const opened: MapCell = { code: 'GM1', cls: 'realised', label: 'open' };
	const after: MapUpdate = { ...before, cells: [opened, before.cells[1]!] };

	it('tells only what is not what it was', () => {
		expect(answerTo(before, after)).toEqual({
			change: { version: 7, provinces: [], cells: { changed: [opened] }, points: { changed: [] } }
		});
	});

	it.each([
		['other data', { ...before, version: 6 }],
		['other borders', { ...before, boundarySet: 2 }],
		['points that come per part', { ...before, points: null }],
		['nothing', null]
	])('is told whole to who has %s', (_, had) => {
		expect(answerTo(had, after)).toEqual({ whole: after });
	});

	it('cannot follow from a map that is not here', () => {
		expect(() => takeAnswer(undefined, answerTo(before, after))).toThrow('not here');
	});
});
