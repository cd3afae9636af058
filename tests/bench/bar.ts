/** One measured figure beside its bar. */
export interface Figure {
	what: string;
	measured: number;
	/** The most (or with `atLeast` the least) that it may be. */
	bar: number;
	unit: string;
	atLeast?: boolean;
	/** What else was seen in the same run. */
	beside?: string;
}

export function isMet({ measured, bar, atLeast = false }: Figure): boolean {
	return atLeast ? measured >= bar : measured <= bar;
}

/** "met     cold map page, real size             41 ms   (bar: at most 60 ms)" */
export function figureLine(figure: Figure): string {
	const { what, measured, bar, unit, atLeast, beside } = figure;
	const word = isMet(figure) ? 'met   ' : 'MISSED';
	const limit = `(bar: at ${atLeast ? 'least' : 'most'} ${bar} ${unit})`;
	const value = `${round(measured)} ${unit}`.padStart(12);
	return `${word} ${what.padEnd(58)} ${value}  ${limit}${beside ? `  ${beside}` : ''}`;
}

export function round(value: number): number {
	return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** The middle value; of an even number the lower of both. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Milliseconds that `action` takes. */
export async function time(action: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await action();
	return performance.now() - began;
}
