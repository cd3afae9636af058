/** A share of a work area is a whole number of these: one is all inhabitants. */
export const SHARE_UNITS = 10_000;

/** A municipality of a work area on the reference day. */
export interface AreaPart {
	inhabitants: number;
	/** The part of them that the library serves, in ten-thousandths. */
	shareUnits: number;
}

/** Inhabitants of a work area in ten-thousandths of a person: whole, so nothing is rounded yet. */
export const countedUnits = (parts: readonly AreaPart[]): number =>
	parts.reduce((sum, { inhabitants, shareUnits }) => sum + inhabitants * shareUnits, 0);

/**
 * The award of a year in whole cents: rate × inhabitants of the work area. It is rounded once, at the
 * end, half a cent up; what goes into it is a whole number.
 *
 * @example awardCents(3, countedUnits([{ inhabitants: 101_802, shareUnits: 10_000 }])) // 305_406
 */
export function awardCents(centsPerInhabitant: number, units: number): number {
	const product = BigInt(centsPerInhabitant) * BigInt(units);
	const unit = BigInt(SHARE_UNITS);
	return Number((product * 2n + unit) / (unit * 2n));
}

/**
 * What each municipality brings into an award, in the order given. The parts are rounded together, so
 * that they always add up to the award itself.
 */
export function partsOfAward(centsPerInhabitant: number, parts: readonly AreaPart[]): number[] {
	let before = 0;
	return parts.map((_, at) => {
		const upToHere = awardCents(centsPerInhabitant, countedUnits(parts.slice(0, at + 1)));
		const part = upToHere - before;
		before = upToHere;
		return part;
	});
}

/** How an amount stands to a ceiling: what is left below it, or by how much it is passed. */
export type CeilingRoom =
	{ state: 'within'; leftCents: number } | { state: 'over'; excessCents: number };

/**
 * Compares what the schemes would pay together with their ceiling. Nothing is made smaller: no source
 * says how the money is divided when there is too little.
 */
export function ceilingRoom(totalCents: number, ceilingCents: number): CeilingRoom {
	const left = ceilingCents - totalCents;
	return left < 0 ? { state: 'over', excessCents: -left } : { state: 'within', leftCents: left };
}
