import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { readAmount } from '#lib/programme/cost/read-cost-form.ts';
import { awardCents, SHARE_UNITS } from '#lib/programme/grant/award.ts';

/** What a scheme pays in a year per inhabitant. */
export interface SheetRate {
	scheme: string;
	/** In both languages of a page: the words come from the reference. */
	name: string;
	year: number;
	cents: number;
}

/** Amounts of a year that are typed as they are; the last two are income. */
export const SHEET_AMOUNTS = [
	'ict',
	'marketing',
	'training',
	'other',
	'municipality',
	'income'
] as const;
type SheetAmount = (typeof SHEET_AMOUNTS)[number];

/** What somebody filled in of her own library. Money in whole cents, hours in hundredths. */
export interface Sheet extends Record<SheetAmount, number> {
	year: number;
	inhabitants: number;
	points: number;
	hours: number;
	weeks: number;
	hourly: number;
	furnishing: number;
	furnishingYears: number;
}

export type SheetReading = { sheet: Sheet; errors?: never } | { errors: Errors; sheet?: never };

const MOST_OF_ALL = 100_000_000_00;

/** What was filled in: all of it, or everything that is wrong, in the order of the form. Empty counts as nothing. */
export function readSheet(given: (name: string) => string, years: readonly number[]): SheetReading {
	const errors: Errors = {};
	const whole = (name: string, least: number, most: number): number => {
		const typed = given(name).trim();
		if (typed === '') return least;
		const bare = /^(\d{1,9}|\d{1,3}([. ]\d{3})+)$/.test(typed)
			? Number(typed.replace(/[. ]/g, ''))
			: NaN;
		if (bare >= least && bare <= most) return bare;
		errors[name] = m.cost_problem_whole({ least, most: formatNumber(most) });
		return least;
	};
	const money = (name: string): number => {
		const typed = given(name).trim();
		if (typed === '') return 0;
		const cents = readAmount(typed, MOST_OF_ALL);
		if (typeof cents === 'number') return cents;
		errors[name] = cents;
		return 0;
	};
	const year = years.find((one) => String(one) === given('year').trim());
	if (year === undefined) errors.year = m.cost_problem_year();
	const sheet = {
		year: year ?? 0,
		inhabitants: whole('inhabitants', 0, 20_000_000),
		points: whole('points', 0, 500),
		hours: readHours(given('hours').trim(), errors),
		weeks: whole('weeks', 0, 53),
		hourly: money('hourly'),
		furnishing: money('furnishing'),
		furnishingYears: whole('furnishingYears', 1, 50),
		ict: money('ict'),
		marketing: money('marketing'),
		training: money('training'),
		other: money('other'),
		municipality: money('municipality'),
		income: money('income')
	};
	return Object.keys(errors).length > 0 ? { errors } : { sheet };
}

/** "7,5" hours a week as 750; at most a whole week. */
function readHours(typed: string, errors: Errors): number {
	if (typed === '') return 0;
	const [, whole, part = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
	const hours = whole === undefined ? NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
	if (hours <= 168_00) return hours;
	errors.hours = m.cost_problem_hours();
	return 0;
}

/** What it comes to in a year, in whole cents. */
export interface SheetSums {
	costs: { key: 'personnel' | 'furnishing' | SheetAmount; cents: number }[];
	totalCents: number;
	income: { key: string; name: string | null; cents: number }[];
	incomeCents: number;
	/** Income less costs. */
	leftCents: number;
	/** Null when there is nothing to divide by. */
	perHourCents: number | null;
	perInhabitantCents: number | null;
}

/** Half a cent up; what goes in is whole, so it is exact. */
const divided = (cents: bigint, by: bigint): number => Number((cents * 2n + by) / (by * 2n));

/** The sum of a sheet, with the subsidy that the schemes pay per inhabitant in its year. */
export function sumSheet(sheet: Sheet, rates: readonly SheetRate[]): SheetSums {
	const hundredths = BigInt(sheet.points) * BigInt(sheet.hours) * BigInt(sheet.weeks);
	const costs: SheetSums['costs'] = [
		{ key: 'personnel', cents: divided(hundredths * BigInt(sheet.hourly), 100n) },
		{
			key: 'furnishing',
			cents: divided(BigInt(sheet.furnishing), BigInt(sheet.furnishingYears))
		},
		...(['ict', 'marketing', 'training', 'other'] as const).map((key) => ({
			...{ key, cents: sheet[key] }
		}))
	];
	const income: SheetSums['income'] = [
		...rates
			.filter(({ year }) => year === sheet.year)
			.map(({ scheme, name, cents }) => ({
				...{ key: scheme, name, cents: awardCents(cents, sheet.inhabitants * SHARE_UNITS) }
			})),
		...(['municipality', 'income'] as const).map((key) => ({
			...{ key, name: null, cents: sheet[key] }
		}))
	];
	const total = (list: readonly { cents: number }[]) =>
		list.reduce((sum, { cents }) => sum + cents, 0);
	const [totalCents, incomeCents] = [total(costs), total(income)];
	return {
		...{ costs, totalCents, income, incomeCents, leftCents: incomeCents - totalCents },
		perHourCents: hundredths === 0n ? null : divided(BigInt(totalCents) * 100n, hundredths),
		perInhabitantCents:
			sheet.inhabitants === 0 ? null : divided(BigInt(totalCents), BigInt(sheet.inhabitants))
	};
}

/** What an empty sheet begins with. */
export const emptySheet = (years: readonly number[]): Values => ({
	...{ year: String(years.at(-1) ?? ''), weeks: '52', furnishingYears: '1' }
});
