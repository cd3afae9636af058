import { readDay } from '#lib/base/day/read-day.ts';

/** Every parameter that takes a day, of whatever page. */
const DAY_PARAMETERS = ['peildatum', 'bekendOp', 'vergelijk', 'vergelijkBekend'];

/**
 * The same address with its days written as addresses write them, so that one view has one address
 * whatever a form sent ("31 dec 2021"); null when it is written so already. What is no day stays, to
 * be told on the page.
 */
export function withIsoDays(url: URL): URL | null {
	const changed = new URL(url);
	for (const parameter of DAY_PARAMETERS) {
		const value = changed.searchParams.get(parameter);
		const day = value === null ? null : readDay(value);
		if (day !== null && day !== value) changed.searchParams.set(parameter, day);
	}
	return changed.search === url.search ? null : changed;
}
