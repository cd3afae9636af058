import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Subsidy } from './types.ts';

/** How many libraries the list has; over several years these may be more than in any of them. */
export function listSentence({ list, totals }: Pick<Subsidy, 'list' | 'totals'>): string {
	const { count } = list;
	const years = totals.year;
	const isOfMoreYears = years.some(({ libraries }) => libraries < count);
	const [first, last] = [years[0]?.name ?? '', years.at(-1)?.name ?? ''];
	return [
		m.subsidy_list_count({ count, number: formatNumber(count) }),
		...(isOfMoreYears && first !== last ? [m.subsidy_list_ever({ first, last })] : []),
		m.subsidy_list_intro()
	].join(' ');
}
