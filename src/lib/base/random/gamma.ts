/**
 * Draws from the gamma distribution with mean 1 and variance 1 / `shape` (Marsaglia and Tsang, "A
 * simple method for generating gamma variables", 2000). `next` draws from 0 to 1, `normal` from the
 * standard normal distribution.
 */
export function drawGamma(shape: number, next: () => number, normal: () => number): number {
	if (shape < 1) return (drawOf(shape + 1, next, normal) * (1 - next()) ** (1 / shape)) / shape;
	return drawOf(shape, next, normal) / shape;
}

/** Mean `shape`, for a shape of at least 1. */
function drawOf(shape: number, next: () => number, normal: () => number): number {
	const most = shape - 1 / 3;
	const scale = 1 / Math.sqrt(9 * most);
	for (;;) {
		const drawn = normal();
		const cube = (1 + scale * drawn) ** 3;
		if (cube <= 0) continue;
		const chance = 1 - next();
		// The first test is quick and nearly always enough.
		if (chance < 1 - 0.0331 * drawn ** 4) return most * cube;
		if (Math.log(chance) < drawn ** 2 / 2 + most * (1 - cube + Math.log(cube))) return most * cube;
	}
}
