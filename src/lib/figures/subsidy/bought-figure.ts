import type { Figure } from '#lib/base/charts/figure.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatCents, formatNumber, formatRoundCents } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { computedDefinition } from './rate-figure.ts';
import type { Bought, Subsidy } from './types.ts';

const WEEKS_PER_YEAR = 52;

/** What there is for an amount, and the amount for one of it: half a cent up, once. */
interface Share {
	count: number;
	cents: number;
	each: number;
}

function shareOf(cents: number, count: number): Share | null {
	const whole = Math.round(count);
	return whole > 0 ? { count: whole, cents, each: Math.round(cents / whole) } : null;
}

const sharesOf = ({ cents, locations, covered, hours }: Bought) => ({
	location: shareOf(cents, locations),
	inhabitant: shareOf(cents, covered),
	hour: shareOf(hours.cents, (hours.minutesPerWeek * WEEKS_PER_YEAR) / 60)
});

/** The subsidy of a year per location, per inhabitant that is covered and per hour that one can come in. */
export function boughtFigure({
	bought,
	day
}: Pick<Subsidy, 'bought' | 'day'>): Omit<Figure, 'panels'> {
	const shares = bought && sharesOf(bought);
	const rows = shares
		? ([
				[m.subsidy_bought_location(), shares.location],
				[m.subsidy_bought_inhabitant(), shares.inhabitant],
				[m.subsidy_bought_hour(), shares.hour]
			] as const)
		: [];
	return {
		id: 'tegenover',
		title: m.subsidy_bought_title(),
		sentence: bought ? boughtSentence(bought, day) : m.subsidy_nothing(),
		table: {
			columns: [
				{ key: 'voor', label: m.subsidy_column_for_each(), kind: 'text' },
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				{ key: 'aantal', label: m.subsidy_column_count(), kind: 'number' },
				{ key: 'berekend_bedrag', label: m.subsidy_column_computed(), kind: 'euro' },
				{ key: 'bedrag_per_stuk', label: m.subsidy_column_each(), kind: 'euro' }
			],
			rows: rows.flatMap(([name, share]) =>
				share && bought
					? [[name, String(bought.year), share.count, share.cents / 100, share.each / 100]]
					: []
			)
		},
		definitions: [computedDefinition()]
	};
}

/** The year and its amount, and what that is for one of each; `day` is that of locations and hours. */
function boughtSentence(bought: Bought, day: Day): string {
	const date = formatDay(day, getLocale());
	const { location, inhabitant, hour } = sharesOf(bought);
	const all = m.subsidy_bought({ year: bought.year, amount: formatRoundCents(bought.cents) });
	if (!location) return `${all} ${m.subsidy_bought_nothing({ date })}`;
	const { libraries } = bought.hours;
	return [
		all,
		m.subsidy_bought_each_location({ date, each: formatRoundCents(location.each) }),
		inhabitant && m.subsidy_bought_each_inhabitant({ each: formatCents(inhabitant.each) }),
		hour
			? m.subsidy_bought_each_hour({
					...{ count: libraries, number: formatNumber(libraries) },
					each: formatCents(hour.each)
				})
			: m.subsidy_bought_no_hours()
	]
		.filter((sentence) => sentence !== null)
		.join(' ');
}

/** The same on one line, as a sheet of paper has room for; without what nothing is known of. */
export function boughtInShort(bought: Bought): string {
	const { location, inhabitant, hour } = sharesOf(bought);
	const { libraries } = bought.hours;
	const each = [
		location && m.subsidy_short_location({ each: formatRoundCents(location.each) }),
		inhabitant && m.subsidy_short_inhabitant({ each: formatCents(inhabitant.each) }),
		hour &&
			m.subsidy_short_hour({
				...{ count: libraries, number: formatNumber(libraries) },
				each: formatCents(hour.each)
			})
	].filter((text) => text !== null);
	return m.subsidy_short({
		year: bought.year,
		amount: formatRoundCents(bought.cents),
		each: each.join(', ') || m.subsidy_short_nothing()
	});
}
