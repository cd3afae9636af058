import { getLocale } from '#lib/paraglide/runtime.js';

// Making a formatter costs more than using it, and a map writes hundreds of figures.
const formats = (language: string) => ({
	number: new Intl.NumberFormat(language),
	share: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
	edgeShare: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
	euros: new Intl.NumberFormat(language, {
		style: 'currency',
		currency: 'EUR',
		trailingZeroDisplay: 'stripIfInteger'
	}),
	millions: new Intl.NumberFormat(language, {
		notation: 'compact',
		compactDisplay: 'long',
		minimumFractionDigits: 1,
		maximumFractionDigits: 1
	})
});
const DUTCH = formats('nl-NL');
const ENGLISH = formats('en-GB');
const ofReader = () => (getLocale() === 'en' ? ENGLISH : DUTCH);

/** A whole number with the separators of the reader: "17.475.415". */
export function formatNumber(value: number): string {
	return ofReader().number.format(value);
}

/**
 * A share between 0 and 1 as a percentage: "62%". Only all of it is 100% and only nothing is 0%;
 * what would round to those is written with one decimal that does not.
 */
export function formatShare(share: number): string {
	const rounded = Math.round(share * 100);
	const edge = (rounded === 100 && share < 1) || (rounded === 0 && share > 0);
	const shown = edge ? Math.min(Math.max(share, 0.001), 0.999) : share;
	return (edge ? ofReader().edgeShare : ofReader().share).format(shown).replace(/\s/g, '');
}

/** An amount in euros, with cents where it has any: "€ 1.360.000", "€ 12,30". */
export function formatEuros(euros: number): string {
	return ofReader().euros.format(euros);
}

/** The same of a whole number of cents. */
export const formatCents = (cents: number): string => formatEuros(cents / 100);

/** An amount as one says it: "€ 14,7 miljoen" from a million on, else whole euros. */
export function formatRoundCents(cents: number): string {
	const euros = Math.round(cents / 100);
	return euros < 1_000_000 ? formatEuros(euros) : `€\u00a0${formatPeople(euros)}`;
}

/** A part of a whole as a share; nothing of nothing is no share. */
export function shareOf(part: number, whole: number): number {
	return whole > 0 ? part / whole : 0;
}

/** Millions with one decimal from a million on ("12,4 miljoen"), else the number itself. */
export function formatPeople(count: number): string {
	if (count < 1_000_000) return formatNumber(count);
	return ofReader().millions.format(count);
}
