/** A stretch along an upright line, in pixels from above. */
export interface Stretch {
	from: number;
	to: number;
}

/** Pixels between a text and what it gives way to. */
const GAP = 3;

/**
 * How far a text along an upright line is moved from its end of the line, so that it covers nothing that
 * stands in its way there: down from the top, or up from the foot. 0 where the line has no room for it.
 */
export function shiftAlong(
	side: 'start' | 'end',
	length: number,
	line: Stretch,
	taken: readonly Stretch[]
): number {
	const height = line.to - line.from;
	// Seen from the end where the text stands.
	const seen = taken
		.map(({ from, to }) =>
			side === 'start'
				? { from: from - line.from, to: to - line.from }
				: { from: line.to - to, to: line.to - from }
		)
		.sort((a, b) => a.from - b.from);
	let shift = 0;
	for (const { from, to } of seen) {
		if (from < shift + length + GAP && to > shift - GAP) shift = to + GAP;
	}
	return shift + length <= height ? shift : 0;
}
