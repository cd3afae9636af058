import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideCells } from './inside-cell.ts';
import { parsePath } from './path.ts';
import { project, unproject } from './projection.ts';
import { isInside } from './rings.ts';
import type { MapGeometry } from './types.ts';

/** An L of 20 by 20 units, whose middle lies in its foot. */
const PATH = 'M100 100l10 0 0 10 10 0 0 10-20 0z';
const geometry = (kind: MapGeometry['kind']): MapGeometry => ({
	...{ boundarySet: 1, kind, attribution: '', provinces: [] },
	cells: [
		{
			...{ code: 'GM0001', path: PATH, labelX: 105, labelY: 115 },
			...{ minX: 100, minY: 100, maxX: 120, maxY: 120 }
		}
	]
});
const at = (x: number, y: number, change = {}) => {
	const [lon, lat] = unproject(x, y);
	return { lat, lon, municipalityCode: 'GM0001', approximate: true, ...change };
};
const isIn = ({ lon, lat }: { lon: number; lat: number }) =>
	isInside(project(lon, lat), parsePath(PATH));

describe('a point on the map', () => {
	it('stays where it is inside its municipality', () => {
		const point = at(103, 103);
		expect(insideCells([point], geometry('schematic'))).toEqual([point]);
	});

	it('stands inside its municipality, wherever it lies', () => {
		const units = fc.double({ min: 60, max: 160, noNaN: true });
		fc.assert(
			fc.property(units, units, (x, y) => {
				const [shown] = insideCells([at(x, y)], geometry('schematic'));
				expect(isIn(shown!)).toBe(true);
			})
		);
	});

	it('is put inside near to where it lies', () => {
		const [shown] = insideCells([at(103, 99)], geometry('schematic'));
		const [x, y] = project(shown!.lon, shown!.lat);
		expect(Math.hypot(x - 103, y - 100)).toBeLessThan(3);
	});

	it('with an address is not moved on official borders, and without one it is', () => {
		const address = at(99, 99, { approximate: false });
		expect(insideCells([address], geometry('official'))).toEqual([address]);
		expect(isIn(insideCells([at(99, 99)], geometry('official'))[0]!)).toBe(true);
		expect(isIn(insideCells([address], geometry('schematic'))[0]!)).toBe(true);
	});

	it('of a municipality that the map does not have stays where it is', () => {
		const point = at(10, 10, { municipalityCode: 'GM0002' });
		expect(insideCells([point], geometry('schematic'))).toEqual([point]);
	});
});
