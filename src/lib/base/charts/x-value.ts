const DAY_MS = 86_400_000;

/** A day or number on the x axis as a number that can be compared. */
export function xValue(x: string | number): number {
	return typeof x === 'number' ? x : Date.parse(`${x}T00:00:00Z`) / DAY_MS;
}
