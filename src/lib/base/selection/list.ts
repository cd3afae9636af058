import type { Notice } from '#lib/base/as-of/as-of.ts';
import { invertChoices, readChoice } from './choices.ts';

/** The three views of the list beside the map. */
export const LIST_SLUGS = {
	municipalities: 'gemeenten',
	libraries: 'bibliotheken',
	informationPoints: 'locaties'
} as const;
export type ListKind = keyof typeof LIST_SLUGS;

/** What a list can be sorted by, and how an address says it. */
export const SORT_SLUGS = {
	name: 'naam',
	province: 'provincie',
	municipality: 'gemeente',
	library: 'bibliotheek',
	status: 'status',
	inhabitants: 'inwoners',
	points: 'locaties',
	firstPlan: 'oorspronkelijke-planning',
	plan: 'planning',
	forecast: 'verwachting',
	opened: 'geopend',
	milestones: 'mijlpalen',
	looked: 'laatst-bekeken'
} as const;
export type SortKey = keyof typeof SORT_SLUGS;

/** The columns that each list has. */
export const SORTS: Record<ListKind, readonly SortKey[]> = {
	municipalities: [
		'name',
		'province',
		'inhabitants',
		'status',
		'points',
		'firstPlan',
		'plan',
		'opened',
		'milestones'
	],
	libraries: [
		'name',
		'province',
		'status',
		'points',
		'firstPlan',
		'plan',
		'forecast',
		'opened',
		'milestones',
		'looked'
	],
	informationPoints: [
		'name',
		'municipality',
		'library',
		'province',
		'status',
		'firstPlan',
		'plan',
		'forecast',
		'opened',
		'milestones'
	]
};

export type Direction = 'asc' | 'desc';

/** Which list is shown, how it is sorted, and which page of it (from 1). */
export interface ListView {
	list: ListKind;
	sort: SortKey;
	direction: Direction;
	page: number;
}

/** Rows per page of every list. */
export const PAGE_SIZE = 25;
export const LAST_PAGE = 9_999;

const LIST_CHOICES = invertChoices(LIST_SLUGS);
const SORT_CHOICES = invertChoices(SORT_SLUGS);
const DIRECTION_CHOICES = new Map<string, Direction>([
	['oplopend', 'asc'],
	['aflopend', 'desc']
]);

/** Reads `weergave`, `sorteer`, `richting` and `pagina`. */
export function parseListView(params: URLSearchParams, notices: Notice[]): ListView {
	const list = readChoice(params, 'weergave', LIST_CHOICES, notices) ?? 'municipalities';
	const choices = new Map([...SORT_CHOICES].filter(([, key]) => SORTS[list].includes(key)));
	return {
		list,
		sort: readChoice(params, 'sorteer', choices, notices) ?? 'name',
		direction: readChoice(params, 'richting', DIRECTION_CHOICES, notices) ?? 'asc',
		page: readPage(params, notices)
	};
}

/** Adds what differs from the first page of the municipalities by name. */
export function writeListView(params: URLSearchParams, view: ListView): void {
	if (view.list !== 'municipalities') params.set('weergave', LIST_SLUGS[view.list]);
	if (view.sort !== 'name') params.set('sorteer', SORT_SLUGS[view.sort]);
	if (view.direction !== 'asc') params.set('richting', 'aflopend');
	if (view.page !== 1) params.set('pagina', String(view.page));
}

function readPage(params: URLSearchParams, notices: Notice[]): number {
	const value = params.get('pagina')?.trim();
	if (!value) return 1;
	if (!/^\d{1,9}$/.test(value)) {
		notices.push({ parameter: 'pagina', value: value.slice(0, 40), problem: 'not_a_number' });
		return 1;
	}
	const page = Math.min(Math.max(Number(value), 1), LAST_PAGE);
	if (page !== Number(value)) notices.push({ parameter: 'pagina', value, problem: 'out_of_range' });
	return page;
}
