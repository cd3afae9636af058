import { addDays, type Day } from '#lib/base/day/day.ts';
import type { OpenInquiry } from '#lib/work/inquiry/inquiry.ts';
import { DUTIES, MILESTONE_CODES, OPERATION } from '#lib/ledger/milestone/milestone.ts';

/** Days ahead that a plan counts as coming soon. */
export const DUE_DAYS = 14;

/** What a list of work shows, with its word in the address (`?toon=…`). */
export const WORK_VIEWS = {
	attention: 'aandacht',
	asked: 'gevraagd',
	overdue: 'over-tijd',
	due: 'binnenkort',
	withdrawn: 'ingetrokken',
	silent: 'stil',
	contradictory: 'tegenstrijdig',
	all: 'alles'
} as const;

export type WorkView = keyof typeof WORK_VIEWS;

/** What a list can be narrowed to: milestones, duties, and what a location does. */
export const WORK_MILESTONES: readonly string[] = [
	...MILESTONE_CODES,
	...DUTIES.map(({ code }) => code),
	OPERATION
];

export const WORK_VIEW_NAMES = Object.keys(WORK_VIEWS) as WorkView[];

/**
 * What is the matter with a milestone, the most urgent first. `long_past` is overdue too, for so long and
 * without a new plan that nobody expects it on that day; then three that contradict something;
 * `expected` is due later than planned; `asked` is only asked about, and nothing else is the matter.
 */
export const TASK_KINDS = [
	'asked',
	'long_past',
	'overdue',
	'closed_too_long',
	'plan_after_achieved',
	'no_reason',
	'closed_unopened',
	'withdrawn',
	'expected',
	'due'
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface WorkTask {
	kind: TaskKind;
	milestoneCode: string;
	/** The day that the plan aims at, that it was withdrawn, that the contradiction began, or that the answer is due. */
	onDay: Day;
	/** Why the plan is what it is, in the language of the reader; null when nobody said. */
	reason: string | null;
	/** The location, when the milestone is one of a location. */
	point: { id: number; name: string } | null;
	/** Whether it is still to be done: neither reached nor set aside. */
	open: boolean;
	/** What the programme manager asks about it. */
	inquiries: OpenInquiry[];
}

/** A library on the list, with what is the matter there. */
export interface WorkLibrary {
	id: number;
	slug: string;
	name: string;
	/** Only asked about, with nothing else the matter; `askedAll` counts all that is asked about. */
	asked: number;
	askedAll: number;
	overdue: number;
	due: number;
	/** Planned once, not reached, and without a plan now. */
	withdrawn: number;
	contradictory: number;
	silent: boolean;
	/** Of the work area today; 0 when none were counted. */
	inhabitants: number;
	/** Days of what is overdue longest; 0 when nothing is. */
	daysOverdue: number;
	/** The day on which what is overdue was said to be still right, so that nobody is asked this week. */
	lookedAtOn: Day | null;
	/** The last day on which anything was recorded; null when nothing ever was. */
	lastRecordedOn: Day | null;
	/** The most urgent tasks; the counts say how many there are in all. */
	tasks: WorkTask[];
}

export interface WorkListParams {
	view: WorkView;
	/** The slug of a POI; null for all. */
	poi: string | null;
	/** The slug of a province; null for all. */
	province: string | null;
	/** The slug of a library; null for all. */
	library: string | null;
	/** Only what is the matter with this milestone; null for all. */
	milestone: string | null;
	page: number;
	/** Words in the address that could not be used. */
	ignored: string[];
}

/**
 * Reads `toon`, `poi`, `provincie`, `bibliotheek`, `mijlpaal` and `pagina` from an address; what cannot be
 * used is left out and named. Whether a POI, province or library exists is for the database to say.
 */
export function parseWorkListParams(params: URLSearchParams): WorkListParams {
	const ignored: string[] = [];
	const word = params.get('toon') ?? '';
	const view = WORK_VIEW_NAMES.find((name) => WORK_VIEWS[name] === word);
	if (word !== '' && !view) ignored.push(word.slice(0, 40));
	const pageText = params.get('pagina') ?? '';
	const page = /^[1-9]\d{0,4}$/.test(pageText) ? Number(pageText) : 1;
	if (pageText !== '' && String(page) !== pageText) ignored.push(pageText.slice(0, 40));
	const milestone = params.get('mijlpaal') || null;
	const known = milestone === null || WORK_MILESTONES.includes(milestone);
	if (!known) ignored.push(milestone.slice(0, 40));
	return {
		view: view ?? 'attention',
		poi: params.get('poi') || null,
		province: params.get('provincie') || null,
		library: params.get('bibliotheek') || null,
		milestone: known ? milestone : null,
		page,
		ignored
	};
}

/** The address parameters of a list; what is usual is left out. */
export function workListParams({
	view,
	poi,
	province,
	library,
	milestone,
	page
}: Omit<WorkListParams, 'ignored'>): URLSearchParams {
	const params = new URLSearchParams();
	if (view !== 'attention') params.set('toon', WORK_VIEWS[view]);
	if (poi !== null) params.set('poi', poi);
	if (province !== null) params.set('provincie', province);
	if (library !== null) params.set('bibliotheek', library);
	if (milestone !== null) params.set('mijlpaal', milestone);
	if (page > 1) params.set('pagina', String(page));
	return params;
}

/** The last day of the period that counts as soon. */
export function dueUntil(today: Day): Day {
	return addDays(today, DUE_DAYS);
}
