import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { COST_CATEGORIES } from './cost.ts';
import { addUp, differences, releaseOf, totalOf, type CostEntry } from './release.ts';

const entry = (libraryId: number, amountCents: number | null, day: number): CostEntry => ({
	...{ libraryId, amountCents, year: 2021, kind: 'werkelijk', category: 'personeel' },
	recordedAt: new Date(Date.UTC(2022, 0, 1 + Math.floor(day), 12, 0, Math.round((day % 1) * 3600))),
	recordedOn: addDays('2022-01-01', Math.floor(day))
});
const three = () => 3;
const idsOf = (entries: readonly CostEntry[], least: (moment: Date) => number = three) =>
	[...releaseOf(entries, least).costs.keys()].sort();

describe('what is shown of a class', () => {
	it('is nothing until enough libraries are in it', () => {
		const two = [entry(1, 100, 0), entry(2, 100, 0)];
		expect(idsOf(two)).toEqual([]);
		expect(idsOf([...two, entry(3, 100, 1)])).toEqual([1, 2, 3]);
	});

	it('waits with one more library, and with a correction, until enough are new', () => {
		const shown = [entry(1, 100, 0), entry(2, 100, 0), entry(3, 100, 0)];
		const fourth = [...shown, entry(4, 900, 1)];
		expect(idsOf(fourth)).toEqual([1, 2, 3]);
		const corrected = [...fourth, entry(1, 500, 2)];
		expect(addUp(releaseOf(corrected, three).costs).personeel).toBe(300);
		expect(addUp(releaseOf([...corrected, entry(5, 1, 3)], three).costs).personeel).toBe(1601);
	});

	it('waits with one more library of the same day: somebody may have looked before it', () => {
		const morning = [1, 2, 3].map((id) => entry(id, 100, 0.1 * id));
		expect(idsOf(morning)).toEqual([1, 2, 3]);
		expect(idsOf([...morning, entry(4, 900, 0.5)])).toEqual([1, 2, 3]);
	});

	it('has no categories when one of them is of too few libraries', () => {
		const staff = [1, 2, 3].map((id) => entry(id, 100, id));
		expect(releaseOf(staff, three).isSplit).toBe(true);
		const alone: CostEntry = { ...entry(1, 900, 0), category: 'scholing' };
		const release = releaseOf([alone, ...staff], three);
		expect(release.isSplit).toBe(false);
		expect(release.costs.get(1)).toEqual({ personeel: 100, scholing: 900 });
	});

	it('waits with amounts that only moved to another category', () => {
		const shown = [1, 2, 3].map((id) => entry(id, 100, id));
		const moved = [1, 2, 3].flatMap((id) => [
			entry(id, null, 3 + id),
			{ ...entry(id, id === 3 ? 999 : 100, 3 + id), category: 'ict' as const }
		]);
		expect(addUp(releaseOf([...shown, ...moved], three).costs).ict).toBe(0);
	});

	it('tells nothing by taking back all but one', () => {
		const shown = [1, 2, 3].map((id) => entry(id, 100, 0));
		const left = [1, 2].map((id) => entry(id, null, 1));
		expect(idsOf([...shown, ...left])).toEqual([1, 2, 3]);
	});

	it('goes by the threshold of each moment', () => {
		const told = [1, 2, 3, 4].map((id) => entry(id, 100, id));
		const least = (moment: Date) => (moment < new Date('2022-01-05') ? 5 : 4);
		expect(idsOf(told.slice(0, 3), least)).toEqual([]);
		expect(idsOf(told, least)).toEqual([1, 2, 3, 4]);
	});

	/** Entries on some days, by some of seven libraries, with amounts that can come back. */
	const entries = fc
		.array(
			fc.record({
				libraryId: fc.integer({ min: 1, max: 7 }),
				amountCents: fc.option(fc.integer({ min: 0, max: 3 })),
				category: fc.constantFrom(...COST_CATEGORIES.slice(0, 2)),
				day: fc.nat(12)
			}),
			{ maxLength: 40 }
		)
		.map((list) =>
			list
				.toSorted((a, b) => a.day - b.day)
				.map(({ libraryId, amountCents, category, day }, at): CostEntry => ({
					...entry(libraryId, amountCents, day + at / 100),
					category
				}))
		);

	it('is at any two moments the same, or of at least so many libraries another', () => {
		fc.assert(
			fc.property(entries, fc.integer({ min: 2, max: 4 }), (all, least) => {
				const moments = Array.from({ length: all.length + 1 }, (_, count) => count);
				const states = moments.map((count) => releaseOf(all.slice(0, count), () => least));
				for (const one of states) {
					expect(one.costs.size === 0 || one.costs.size >= least).toBe(true);
					for (const other of states) {
						const isSplit = one.isSplit && other.isSplit;
						const apart = [
							differences(one.costs, other.costs, totalOf),
							...(isSplit ? COST_CATEGORIES : []).map((category) =>
								differences(one.costs, other.costs, (amounts) => amounts[category])
							)
						];
						expect(apart.filter((count) => count > 0 && count < least)).toEqual([]);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('adds up to what its libraries said', () => {
		fc.assert(
			fc.property(entries, (all) => {
				const released = releaseOf(all, three).costs;
				const sum = addUp(released);
				for (const category of COST_CATEGORIES) {
					const said = [...released.values()].map((amounts) => amounts[category] ?? 0);
					expect(sum[category]).toBe(said.reduce((total, cents) => total + cents, 0));
				}
			})
		);
	});
});
