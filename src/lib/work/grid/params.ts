import { parseWorkListParams, workListParams } from '#lib/work/update/work-list.ts';
import type { GridLane } from './cell.ts';
import type { GridParams } from './types.ts';

/** Rows of a page as it comes, and of a long one. */
export const ROWS_PER_PAGE = 25;
export const ROWS_PER_LONG_PAGE = 250;

const LANE_WORDS: Record<GridLane, string> = {
	...{ plan: 'planning', forecast: 'verwachting', done: 'gereed' }
};
const SHOW_WORDS: Record<GridParams['show'], string> = {
	...{ all: 'alles', libraries: 'bibliotheken', locations: 'locaties' }
};

const ofWord = <T extends string>(words: Record<T, string>, word: string | null): T | undefined =>
	(Object.keys(words) as T[]).find((name) => words[name] === word);

/**
 * Reads `laan`, `toon`, `rijen`, and what every list of work reads (`poi`, `provincie`, `bibliotheek`,
 * `pagina`); what cannot be read is named, and is as if it was not there.
 */
export function readGridParams(search: URLSearchParams): { params: GridParams; ignored: string[] } {
	const narrowing = new URLSearchParams(search);
	for (const name of ['toon', 'mijlpaal']) narrowing.delete(name);
	const { poi, province, library, page, ignored } = parseWorkListParams(narrowing);
	const read = <T>(name: string, value: (text: string) => T | undefined, otherwise: T): T => {
		const text = search.get(name);
		if (text === null || text === '') return otherwise;
		const found = value(text);
		if (found === undefined) ignored.push(text.slice(0, 40));
		return found ?? otherwise;
	};
	const params: GridParams = {
		lane: read('laan', (text) => ofWord(LANE_WORDS, text), 'plan'),
		show: read('toon', (text) => ofWord(SHOW_WORDS, text), 'all'),
		...{ poi, province, library, page },
		long: read('rijen', (text) => (text === 'alle' ? true : undefined), false)
	};
	return { params, ignored };
}

/** The same as an address says it; what is as usual is left out. */
export function gridSearch({ lane, show, long, ...list }: GridParams): URLSearchParams {
	const search = workListParams({ ...list, view: 'attention', milestone: null });
	if (lane !== 'plan') search.set('laan', LANE_WORDS[lane]);
	if (show !== 'all') search.set('toon', SHOW_WORDS[show]);
	if (long) search.set('rijen', 'alle');
	return search;
}
