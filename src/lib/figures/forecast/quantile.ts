/** The chances that a forecast is given for: P50 is as likely too early as too late. */
export const P_LIKELY = 0.5;
/** P85: in 85 of 100 runs it is reached by then. */
export const P_SURE = 0.85;

/** The smallest value that at least `share` of the values do not exceed. The values are left alone. */
export function quantile(values: Int32Array | Float64Array, share: number): number {
	const sorted = values.slice().sort();
	return quantileOfSorted(sorted, share);
}

/** As {@link quantile}, of values in ascending order. */
export function quantileOfSorted(sorted: Int32Array | Float64Array, share: number): number {
	const index = Math.ceil(share * sorted.length) - 1;
	return sorted[Math.min(Math.max(index, 0), sorted.length - 1)]!;
}

/**
 * As {@link quantile} for several shares at once, of whole days up to `most` (what lies beyond is
 * given back as it is). Counting is many times faster than sorting.
 */
export function dayQuantiles(
	days: Int32Array,
	shares: readonly number[],
	most: number,
	beyond: number
): number[] {
	const counts = emptyCounts(most + 1);
	for (const day of days) if (day <= most) counts[day]! += 1;
	return shares.map((share) => {
		const wanted = Math.ceil(share * days.length);
		let seen = 0;
		for (let day = 0; day <= most; day++) {
			seen += counts[day]!;
			if (seen >= wanted) return day;
		}
		return beyond;
	});
}

/** One for all, as it is asked for hundreds of times in a forecast. */
let kept = new Int32Array(0);

function emptyCounts(length: number): Int32Array {
	if (kept.length < length) kept = new Int32Array(length);
	return kept.fill(0);
}
