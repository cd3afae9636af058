import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { GrantRate, GrantScheme, GrantWindow, Said } from './grant.ts';

/** A text in the language of the reader; what no source says, says so. */
export const said = (text: Said | null): string =>
	text === null ? m.subsidy_not_in_source() : getLocale() === 'en' ? text.en : text.nl;

/** The name of a scheme by its code. */
export function schemeName(schemes: readonly GrantScheme[], code: string): string {
	const scheme = schemes.find((one) => one.code === code);
	return scheme ? said(scheme.name) : code;
}

/** "2022" or "2019–2021". */
export const yearsText = ({ firstYear, lastYear }: Pick<GrantWindow, 'firstYear' | 'lastYear'>) =>
	firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;

/** The years of amounts, oldest first. */
export const yearsOf = (rates: readonly GrantRate[]): number[] =>
	[...new Set(rates.map(({ year }) => year))].toSorted((a, b) => a - b);
