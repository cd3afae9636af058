export interface Spot {
	x: number;
	y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The direction of an arrow key; undefined for any other key. */
export function directionOf(key: string): Direction | undefined {
	const directions: Record<string, Direction> = {
		ArrowLeft: 'left',
		ArrowRight: 'right',
		ArrowUp: 'up',
		ArrowDown: 'down'
	};
	return directions[key];
}

/**
 * The spot that somebody means who moves from `from` in a direction: near, and rather straight ahead
 * than aside. `y` runs downwards. Undefined when there is nothing that way.
 */
export function nearestTowards<T extends Spot>(
	from: Spot,
	spots: readonly T[],
	direction: Direction
): T | undefined {
	let best: T | undefined;
	let bestCost = Infinity;
	for (const spot of spots) {
		const [dx, dy] = [spot.x - from.x, spot.y - from.y];
		const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
		const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
		if (ahead <= 0.5 || aside > ahead * 2) continue;
		const cost = ahead + aside * 2;
		if (cost < bestCost) [best, bestCost] = [spot, cost];
	}
	return best;
}

/** The spot closest to a place; undefined when there are none. */
export function nearestTo<T extends Spot>(place: Spot, spots: readonly T[]): T | undefined {
	let best: T | undefined;
	let bestDistance = Infinity;
	for (const spot of spots) {
		const distance = Math.hypot(spot.x - place.x, spot.y - place.y);
		if (distance < bestDistance) [best, bestDistance] = [spot, distance];
	}
	return best;
}
