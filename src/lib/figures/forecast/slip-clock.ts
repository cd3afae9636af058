/**
 * Time is counted in days after the day aimed at (negative: before it), because that is what plans
 * and openings have in common: most open around the day aimed at, the rest much later.
 */
export const SLIP_EDGES = [-90, -45, -14, 0, 7, 30, 60, 120, 240] as const;
/** Slip intervals: before the first edge, between the edges, after the last. */
export const SLIP_INTERVALS = SLIP_EDGES.length + 1;

/** From this slip on a point is well after the day aimed at: an edge, with few openings behind it. */
export const LATE_DAYS = 30;

/** The interval that a slip in days falls in. */
export function slipInterval(slip: number): number {
	let index = 0;
	while (index < SLIP_EDGES.length && slip >= SLIP_EDGES[index]!) index++;
	return index;
}

/** How far ahead the day aimed at lay when somebody looked: past, near, further, far. */
export const AHEAD_EDGES = [0, 45, 120] as const;
export const AHEAD_CLASSES = AHEAD_EDGES.length + 1;

/** The class of a day aimed at `ahead` days after the day looked at. */
export function aheadClass(ahead: number): number {
	let index = 0;
	while (index < AHEAD_EDGES.length && ahead >= AHEAD_EDGES[index]!) index++;
	return index;
}

/**
 * Walks over the slip intervals of `days` days from the slip `from` on, giving each its interval and
 * the days spent in it.
 */
export function forEachInterval(
	from: number,
	days: number,
	visit: (interval: number, days: number) => void
): void {
	let at = from;
	const end = from + days;
	while (at < end) {
		const interval = slipInterval(at);
		const next = Math.min(end, SLIP_EDGES[interval] ?? Number.POSITIVE_INFINITY);
		visit(interval, next - at);
		at = next;
	}
}
