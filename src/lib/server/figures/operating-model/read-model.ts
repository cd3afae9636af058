import { dayInAmsterdam, type Day } from '#lib/base/day/day.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { SIZES, sizeOf } from '#lib/figures/operating-model/size.ts';
import type { CostRow, OperatingModel, ShownCosts } from '#lib/figures/operating-model/types.ts';
import { computeAwards } from '#lib/figures/subsidy/compute.ts';
import type { ComputedAward, LibraryBase } from '#lib/figures/subsidy/types.ts';
import { THRESHOLDS } from '#lib/ledger/threshold/threshold.ts';
import { COST_KINDS, FIRST_COST_YEAR } from '#lib/programme/cost/cost.ts';
import { addUp, releaseOf, type CostRelease } from '#lib/programme/cost/release.ts';
import { SHARE_UNITS } from '#lib/programme/grant/award.ts';
import { ratesKnown, ratesToCompute, referenceDay } from '#lib/programme/grant/grant.ts';
import { knownDay, statusDay } from '#lib/server/base/selection/where.ts';
import { listLibraryBases } from '#lib/server/figures/subsidy/queries.ts';
import { listThresholdChanges } from '#lib/server/ledger/threshold/threshold.ts';
import { listCostEntries } from '#lib/server/programme/cost/queries.ts';
import { listGrantRates } from '#lib/server/programme/grant/queries.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { countVariants } from './queries.ts';

const firstOf = (year: number): Day => `${year}-01-01`;

/**
 * The costs of the country by year, size of library and kind. Filters never apply: a sum of one province
 * would tell about one library.
 */
export async function readModel({
	db,
	view,
	where,
	today,
	demoData
}: Question): Promise<OperatingModel> {
	const all = { ...where, filters: NO_FILTERS };
	const [day, known] = [statusDay(all), knownDay(all)];
	const lastYear = Number(day.slice(0, 4));
	const years = Array.from(
		{ length: lastYear - FIRST_COST_YEAR + 1 },
		(_, at) => FIRST_COST_YEAR + at
	);
	const [recorded, changes, allRates, variants] = await Promise.all([
		listCostEntries(db),
		listThresholdChanges(db, 'cost_libraries'),
		listGrantRates(db, known),
		countVariants(db, all)
	]);
	const rates = ratesToCompute(ratesKnown(allRates, day), day);
	const days = [...new Set([...years.map(firstOf), ...rates.map(referenceDay)])].toSorted();
	const bases = await listLibraryBases(db, all, days);
	const awards = computeAwards(rates, bases);
	const entries = recorded.filter(({ recordedOn }) => recordedOn <= known);
	/** The last one first, so the first that was set by a moment is the one of that moment. */
	const lastSet = (by: (recordedAt: Date) => boolean): number =>
		changes.find(({ recordedAt }) => by(recordedAt))?.value ?? THRESHOLDS.cost_libraries.usual;
	const leastAt = (moment: Date) => lastSet((recordedAt) => recordedAt <= moment);
	const least = lastSet((recordedAt) => dayInAmsterdam(recordedAt) <= known);
	const rows = years.flatMap((year) => {
		const classes = classesOn(bases, firstOf(year));
		return COST_KINDS.flatMap((kind) =>
			SIZES.map((size): CostRow => {
				const own = classes.get(size) ?? new Map<number, number>();
				const released = releaseOf(
					entries.filter(
						(entry) => entry.year === year && entry.kind === kind && own.has(entry.libraryId)
					),
					leastAt
				);
				const shown = released.costs.size < least ? null : shownOf(released, own, awards, year);
				return { year, size, kind, shown };
			})
		);
	});
	const asOf = { ...view, filters: NO_FILTERS };
	return { view: asOf, today, day, demoData, least, rows, variants };
}

/** The inhabitants that each library serves on a day, by class; one whose work area is not known is in none. */
function classesOn(bases: readonly LibraryBase[], day: Day) {
	const classes = new Map<string, Map<number, number>>();
	for (const { id, units, referenceOn } of bases) {
		if (referenceOn !== day || units === null) continue;
		const inhabitants = units / SHARE_UNITS;
		const size = sizeOf(inhabitants);
		classes.set(size, (classes.get(size) ?? new Map<number, number>()).set(id, inhabitants));
	}
	return classes;
}

function shownOf(
	{ costs, isSplit }: CostRelease,
	inhabitants: ReadonlyMap<number, number>,
	awards: readonly ComputedAward[],
	year: number
): ShownCosts {
	const of = awards.filter(({ base, rate }) => rate.year === year && costs.has(base.id));
	const amounts = addUp(costs);
	const known = of.length > 0 && of.every(({ cents }) => cents !== null);
	return {
		libraries: costs.size,
		totalCents: Object.values(amounts).reduce((sum, cents) => sum + cents, 0),
		amounts: isSplit ? amounts : null,
		inhabitants: Math.round(
			[...costs.keys()].reduce((sum, id) => sum + (inhabitants.get(id) ?? 0), 0)
		),
		subsidyCents: known ? of.reduce((sum, { cents }) => sum + (cents ?? 0), 0) : null
	};
}
