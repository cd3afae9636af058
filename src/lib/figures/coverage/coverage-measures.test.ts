import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, nearestOf, withinOf, type Place } from '#lib/base/map/distance.ts';
import { coverageOf, DISTANCE_STEPS } from './measures.ts';
import { bestOpenings, coverableOf, coveredNow, type Reach } from './next-opening.ts';
import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import {
	candidateAt,
	type Candidate,
	type CoverageMunicipality,
	type CoverageSituation
} from './situation.ts';

const place = fc.record({
	lat: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
	lon: fc.double({ min: 3.3, max: 7.3, noNaN: true })
});

/** Everybody lives in the middle unless `spots` says otherwise. */
const municipality = (index: number, change: Partial<CoverageMunicipality> = {}) => {
	const place = { ...bareMunicipality(index), ...change };
	const { lat, lon, inhabitants } = place;
	return { ...place, spots: change.spots ?? [{ lat, lon, inhabitants }] };
};
const bareMunicipality = (index: number) => ({
	code: `GM${String(1000 + index)}`,
	name: `Gemeente ${index}`,
	province: { code: `PV2${index % 3}`, slug: `p${index % 3}`, name: `Provincie ${index % 3}` },
	status: 'not_planned' as CoverageMunicipality['status'],
	planOn: null,
	inhabitants: 1000,
	libraries: [],
	lat: 52,
	lon: 5
});

/** A country of any shape, with some libraries, open points and places that may open. */
const situations = fc
	.array(
		fc.record({
			where: place,
			inhabitants: fc.integer({ min: 0, max: 900_000 }),
			status: fc.constantFrom(...ROLLOUT_STATUSES),
			library: fc.integer({ min: 1, max: 4 }),
			village: place,
			share: fc.constantFrom(0.25, 0.5, 1)
		}),
		{ minLength: 1, maxLength: 12 }
	)
	.chain((rows) => {
		const municipalities = rows.map(
			({ where, village, inhabitants, status, library, share }, index) =>
				municipality(index, {
					...where,
					inhabitants,
					status,
					spots: [
						{ ...where, inhabitants: inhabitants - (inhabitants >> 2) },
						{ ...village, inhabitants: inhabitants >> 2 }
					],
					libraries: [{ id: library, slug: `b${library}`, name: `B${library}`, share }]
				})
		);
		return fc.record({
			municipalities: fc.constant(municipalities),
			libraries: fc.constant(
				[1, 2, 3, 4].map((id) => ({ id, open: id === 1, selected: id !== 3 }))
			),
			openPoints: fc.array(place, { maxLength: 5 }),
			candidates: fc
				.array(fc.record({ in: fc.nat({ max: municipalities.length - 1 }), where: place }), {
					minLength: 1,
					maxLength: 8
				})
				.map((chosen) =>
					chosen.map((row, index): Candidate => ({
						...candidateAt(municipalities[row.in]!),
						...row.where,
						id: String(index + 1),
						name: `Locatie ${index + 1}`
					}))
				)
		});
	});

const reaches: Reach[] = ['municipality', ...DISTANCE_STEPS];

describe('distance as the crow flies', () => {
	it('knows the length of a degree of latitude and of the equator', () => {
		expect(distanceKm({ lat: 52, lon: 5 }, { lat: 53, lon: 5 })).toBeCloseTo(111.195, 2);
		expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015.1, 0);
	});

	it('is about 35 km from Utrecht to Amsterdam', () => {
		// Dom tower and Dam square; a ruler on the map says 35 km.
		const km = distanceKm({ lat: 52.0907, lon: 5.1214 }, { lat: 52.373, lon: 4.8924 });
		expect(km).toBeGreaterThan(34);
		expect(km).toBeLessThan(36);
	});

	it('finds the nearest place and those within reach as looking at each does', () => {
		fc.assert(
			fc.property(
				place,
				fc.array(place, { maxLength: 40 }),
				fc.constantFrom(2, 5, 60),
				(from: Place, places: Place[], km) => {
					const all = places.map((other) => distanceKm(from, other));
					const nearest = nearestOf(places)(from);
					if (all.length === 0) expect(nearest).toBeNull();
					else {
						expect(nearest?.km).toBeCloseTo(Math.min(...all), 6);
						expect(distanceKm(from, nearest!.place)).toBe(nearest!.km);
					}
					const near = all.flatMap((distance, index) => (distance <= km ? [index] : []));
					expect(withinOf(places, km)(from).toSorted((a, b) => a - b)).toEqual(near);
				}
			)
		);
	});
});

describe('coverage', () => {
	const covered = municipality(1, {
		status: 'realised',
		inhabitants: 3000,
		libraries: [{ id: 7, slug: 'b', name: 'B', share: 1 }]
	});
	const half = municipality(2, {
		inhabitants: 1000,
		lat: 52.1,
		libraries: [
			{ id: 7, slug: 'b', name: 'B', share: 0.5 },
			{ id: 8, slug: 'c', name: 'C', share: 0.5 }
		]
	});
	const situation: CoverageSituation = {
		municipalities: [covered, half],
		libraries: [
			{ id: 7, open: true, selected: true },
			{ id: 8, open: false, selected: true },
			{ id: 9, open: false, selected: false }
		],
		openPoints: [{ lat: 52, lon: 5 }],
		candidates: []
	};

	it('counts organisations, municipalities, people, work area and distance', () => {
		expect(coverageOf(situation)).toMatchObject({
			organisations: { covered: 1, total: 2 },
			municipalities: { covered: 1, total: 2 },
			inhabitants: { covered: 3000, total: 4000 },
			workArea: { covered: 3500, total: 4000 },
			// 3,000 people at 0 km, 1,000 people a tenth of a degree (11.1 km) away.
			distance: { inhabitants: 4000, meanKm: 2.8, within: { 2: 3000, 5: 3000, 10: 3000 } }
		});
	});

	it('supposes a place open for its municipality and for the library that serves it most', () => {
		const opened = [{ ...candidateAt(half), libraryId: 8 }];
		expect(coverageOf(situation, opened)).toMatchObject({
			organisations: { covered: 2, total: 2 },
			municipalities: { covered: 2, total: 2 },
			inhabitants: { covered: 4000, total: 4000 },
			workArea: { covered: 4000, total: 4000 },
			distance: { meanKm: 0, within: { 2: 4000 } }
		});
	});

	it('measures from where people live, not from the middle of the municipality', () => {
		const spread = municipality(3, {
			inhabitants: 1000,
			// 750 people next to the point, 250 a tenth of a degree (11.1 km) away.
			spots: [
				{ lat: 52, lon: 5, inhabitants: 750 },
				{ lat: 52.1, lon: 5, inhabitants: 250 }
			]
		});
		const { distance } = coverageOf({ ...situation, municipalities: [spread] });
		expect(distance).toEqual({
			inhabitants: 1000,
			meanKm: 2.8,
			within: { 2: 750, 5: 750, 10: 750 }
		});
	});

	it('has no distance when nothing is open, and nothing of nothing', () => {
		expect(coverageOf({ ...situation, openPoints: [] }).distance.meanKm).toBeNull();
		const nothing = { municipalities: [], libraries: [], openPoints: [], candidates: [] };
		expect(coverageOf(nothing)).toMatchObject({
			inhabitants: { covered: 0, total: 0 },
			distance: { meanKm: null },
			provinces: []
		});
	});

	it('never gets lower by an opening, whatever the country looks like', () => {
		fc.assert(
			fc.property(situations, (country) => {
				let before = coverageOf(country);
				country.candidates.forEach((_, index) => {
					const after = coverageOf(country, country.candidates.slice(0, index + 1));
					for (const key of [
						'organisations',
						'municipalities',
						'inhabitants',
						'workArea'
					] as const) {
						expect(after[key].covered).toBeGreaterThanOrEqual(before[key].covered);
						expect(after[key].covered).toBeLessThanOrEqual(after[key].total);
						expect(after[key].total).toBe(before[key].total);
					}
					expect(after.distance.meanKm ?? Infinity).toBeLessThanOrEqual(
						before.distance.meanKm ?? Infinity
					);
					for (const step of DISTANCE_STEPS)
						expect(after.distance.within[step]).toBeGreaterThanOrEqual(
							before.distance.within[step]
						);
					before = after;
				});
			})
		);
	});
});

describe('the next best opening', () => {
	it('is the one that brute force finds, and every further step as well', () => {
		fc.assert(
			fc.property(situations, fc.constantFrom(...reaches), (country, reach) => {
				const coverable = coverableOf(country, reach);
				const openings = bestOpenings(coverable, 3);
				const chosen: string[] = [];
				for (const { candidate, covered } of openings) {
					const totals = coverable.candidates.map((entry) =>
						coveredBy(coverable, [...chosen, entry.candidate.id])
					);
					chosen.push(candidate.id);
					expect(covered).toBe(Math.max(...totals));
					expect(covered).toBe(coveredBy(coverable, chosen));
				}
			})
		);
	});

	it('adds what coverage says it adds, in the municipality itself', () => {
		fc.assert(
			fc.property(situations, (country) => {
				const coverable = coverableOf(country, 'municipality');
				expect(coveredNow(coverable)).toBe(coverageOf(country).inhabitants.covered);
				const openings = bestOpenings(coverable, 50);
				const opened = openings.map(({ candidate }) => candidate);
				const end = openings.at(-1)?.covered ?? coveredNow(coverable);
				expect(end).toBe(coverageOf(country, opened).inhabitants.covered);
			})
		);
	});

	it('does not count two places in one municipality twice', () => {
		const [large, small] = [
			municipality(1, { inhabitants: 900 }),
			municipality(2, { inhabitants: 5 })
		];
		const candidates = [
			{ ...candidateAt(large), id: '1', name: 'B' },
			{ ...candidateAt(large), id: '2', name: 'A', planOn: '2022-03-01' },
			{ ...candidateAt(small), id: '3', name: 'C' }
		];
		const country = { municipalities: [large, small], libraries: [], openPoints: [], candidates };
		const openings = bestOpenings(coverableOf(country, 'municipality'), 10);
		// Of two that add as much the one that is planned goes first; the other adds nothing any more.
		expect(openings.map(({ candidate, added }) => [candidate.id, added])).toEqual([
			['2', 900],
			['3', 5]
		]);
	});
});

/** Brute force: the inhabitants that are covered when exactly these are open. */
function coveredBy(coverable: ReturnType<typeof coverableOf>, ids: readonly string[]): number {
	const reached = new Set(
		coverable.candidates
			.filter(({ candidate }) => ids.includes(candidate.id))
			.flatMap(({ covers }) => covers)
	);
	return coverable.inhabitants.reduce(
		(sum, people, index) => sum + (coverable.covered[index] || reached.has(index) ? people : 0),
		0
	);
}
