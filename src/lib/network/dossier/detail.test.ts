import { describe, expect, it } from 'vitest';
import { frame as wholeFrame } from '#lib/base/map/projection.ts';
import type { MapPoint } from '#lib/base/map/types.ts';
import { detailFrame } from './detail-frame.ts';
import { detailOverlay, namesWithRoom, spread } from './detail-overlay.ts';

const point = (id: number, lat = 52, lon = 5): MapPoint => ({
	id,
	lat,
	lon,
	status: 'realised',
	label: `Locatie ${id} & meer`
});

describe('the frame of a detail', () => {
	it('shows a small municipality with its neighbours, in the middle', () => {
		const box = detailFrame([{ minX: 300, minY: 400, maxX: 310, maxY: 420 }]);
		expect(box).toEqual({ minX: 250, minY: 355, maxX: 360, maxY: 465 });
	});

	it('does not look beyond the edge of the map', () => {
		const box = detailFrame([{ minX: 2, minY: 900, maxX: 60, maxY: 990 }]);
		expect(box.minX).toBe(wholeFrame.minX);
		expect(box.maxY).toBe(wholeFrame.maxY);
		expect(box.maxX - box.minX).toBe(box.maxY - box.minY);
	});
});

describe('points of a detail', () => {
	it('that stand on one spot are all to be seen', () => {
		const places = spread([point(1), point(2), point(3)], 4).map(({ x, y }) => `${x} ${y}`);
		expect(new Set(places).size).toBe(3);
	});

	it('are links with a name', () => {
		const svg = detailOverlay({
			frame: { minX: 0, minY: 0, maxX: 100, maxY: 100 },
			focus: [],
			names: [],
			points: [point(7)],
			pointHref: (id) => `/informatiepunten/${id}`
		});
		expect(svg).toContain('<a href="/informatiepunten/7"><title>Locatie 7 &amp; meer</title>');
	});
});

describe('names of a detail', () => {
	const frame = { minX: 0, minY: 0, maxX: 100, maxY: 100 };

	it('are left out where an earlier one or the edge is in the way', () => {
		const names = [
			{ name: 'Venlo', labelX: 50, labelY: 50 },
			{ name: 'Tegelen', labelX: 52, labelY: 51 },
			{ name: 'Valkenburg aan de Geul', labelX: 5, labelY: 20 },
			{ name: 'Beesel', labelX: 50, labelY: 70 }
		];
		expect(namesWithRoom(names, frame).map(({ name }) => name)).toEqual(['Venlo', 'Beesel']);
	});
});
