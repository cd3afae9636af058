import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTED, reconcile, type OwnCounts, type PublishedCount } from './reconcile.ts';

const NOTHING: OwnCounts = {
	locations: 0,
	organisationsOpen: 0,
	organisations: 0,
	locationsThen: 0,
	organisationsOpenThen: 0,
	outsideLibrary: 0,
	onlineOnly: 0,
	temporarilyClosed: 0,
	onlineNow: 0,
	organisationsAtYearStart: 0
};
const own = (counts: Partial<OwnCounts>): OwnCounts => ({ ...NOTHING, ...counts });
const locations = (value: number, exactness: PublishedCount['exactness'] = 'exact') =>
	({ counted: 'locations', value, exactness }) as const;

describe('a published count beside ours', () => {
	it('has nothing to explain when both are the same', () => {
		const counts = own({ locations: 73, locationsThen: 70, outsideLibrary: 2 });
		expect(reconcile(locations(73), counts)).toEqual({ ours: 73, difference: 0, causes: [] });
	});

	it('finds the definition that explains the difference exactly', () => {
		const counts = own({ locations: 70, locationsThen: 70, outsideLibrary: 2, onlineOnly: 3 });
		expect(reconcile(locations(73), counts).causes).toEqual([{ name: 'online_only', count: 3 }]);
	});

	it('puts definitions together when one is not enough', () => {
		const counts = own({ locations: 70, locationsThen: 66, outsideLibrary: 2 });
		expect(reconcile(locations(68), counts).causes).toEqual([
			{ name: 'recorded_later', count: -4 },
			{ name: 'outside_library', count: 2 }
		]);
	});

	it('says what no definition explains', () => {
		const counts = own({ organisations: 139, organisationsAtYearStart: 141 });
		const published = { counted: 'organisations', value: 145, exactness: 'exact' } as const;
		expect(reconcile(published, counts).causes).toEqual([
			{ name: 'merged_in_year', count: 2 },
			{ name: 'missing_here', count: 4 }
		]);
	});

	it('knows that our list lacks organisations, not that it has too many', () => {
		const counts = own({ organisations: 137, organisationsAtYearStart: 137 });
		const causesOf = (value: number) =>
			reconcile({ counted: 'organisations', value, exactness: 'exact' }, counts).causes;
		expect(causesOf(140)).toEqual([{ name: 'missing_here', count: 3 }]);
		expect(causesOf(135)).toEqual([{ name: 'other_counting', count: -2 }]);
	});

	it('blames no other counting while most libraries are still to be filled in', () => {
		const counts = { ...own({ locations: 27, locationsThen: 27 }), mostlyUnfilled: true };
		expect(reconcile(locations(439, 'exact'), counts).causes).toEqual([
			{ name: 'not_filled_in', count: 412 }
		]);
	});

	it('lets "about" explain a small difference only', () => {
		const near = own({ locations: 390, locationsThen: 390 });
		expect(reconcile(locations(400, 'about'), near).causes).toEqual([
			{ name: 'rounded', count: 10 }
		]);
		const far = own({ locations: 300, locationsThen: 300 });
		expect(reconcile(locations(400, 'about'), far).causes).toEqual([
			{ name: 'other_counting', count: 100 }
		]);
	});

	it('takes "more than" for a lower limit', () => {
		const more = own({ locations: 280, locationsThen: 280 });
		expect(reconcile(locations(200, 'at_least'), more).causes).toEqual([
			{ name: 'lower_limit', count: -80 }
		]);
		const fewer = own({ locations: 190, locationsThen: 190 });
		expect(reconcile(locations(200, 'at_least'), fewer).causes).toEqual([
			{ name: 'other_counting', count: 10 }
		]);
	});

	it('splits every difference into parts that add up to it', () => {
		const count = fc.nat({ max: 500 });
		fc.assert(
			fc.property(
				fc.record({
					counted: fc.constantFrom(...COUNTED),
					value: count,
					exactness: fc.constantFrom('exact', 'about', 'at_least')
				}),
				fc.record({
					locations: count,
					organisationsOpen: count,
					organisations: count,
					locationsThen: count,
					organisationsOpenThen: count,
					outsideLibrary: count,
					onlineOnly: count,
					temporarilyClosed: count,
					onlineNow: count,
					organisationsAtYearStart: count
				}),
				(published, counts) => {
					const { ours, difference, causes } = reconcile(published, counts);
					expect(ours + difference).toBe(published.value);
					expect(causes.reduce((sum, cause) => sum + cause.count, 0)).toBe(difference);
					expect(causes.every((cause) => cause.count !== 0)).toBe(true);
				}
			)
		);
	});
});
