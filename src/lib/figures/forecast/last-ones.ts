import type { LibraryForecast, ShownForecast } from './forecast.ts';

/** So many names fit in a sentence. */
const MOST_NAMED = 5;
const BEYOND = '9999-12-31';

const likelyOn = ({ first }: LibraryForecast) => first?.likelyOn ?? BEYOND;

/** The libraries that are expected to open their first location last, the very last first. */
export function lastOnes({ libraries }: ShownForecast): LibraryForecast[] {
	return libraries
		.filter(({ open, first }) => !open && first !== null)
		.sort((a, b) => (likelyOn(a) < likelyOn(b) ? 1 : likelyOn(a) > likelyOn(b) ? -1 : 0))
		.slice(0, MOST_NAMED);
}
