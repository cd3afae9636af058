import type { Day } from '#lib/base/day/day.ts';

/** What an event of the programme can be, and how an address says it; in the order of the drawing. */
export const KIND_SLUGS = {
	phase: 'fase',
	decision: 'besluit',
	subsidy: 'subsidie',
	programme: 'programma',
	campaign: 'campagne',
	opening: 'opening',
	lockdown: 'lockdown',
	municipal_change: 'herindeling'
} as const;
export type EventKind = keyof typeof KIND_SLUGS;
export const EVENT_KINDS = Object.keys(KIND_SLUGS) as EventKind[];

/** The database knows no other kinds (`programme_event_kind_known`). */
export const asKind = (text: string): EventKind =>
	EVENT_KINDS.find((kind) => kind === text) ?? 'programme';

/** How sure an event can be that somebody fills in. */
export const EVENT_CONFIDENCES = ['sourced', 'inferred', 'recalled'] as const;
export type EventConfidence = (typeof EVENT_CONFIDENCES)[number];

/** What is said of an event, in two languages. */
export interface EventSaid {
	kind: EventKind;
	startsOn: Day;
	/** The last day of a period; null for a moment. */
	endsOn: Day | null;
	titleNl: string;
	titleEn: string;
	/** Why it was decided, as the source says. */
	reasonNl: string | null;
	reasonEn: string | null;
	/** Addresses separated by " ; ", or words. */
	source: string;
	confidence: string;
}

/** An event as it stands in the timeline. */
export interface ProgrammeEvent extends EventSaid {
	id: number;
	/** Its name in addresses; stays the same when it is put right. */
	code: string;
	/** When it was added or put right, and by which organisation; null from the reference. */
	recordedOn: Day | null;
	recordedFor: string | null;
}

/** Whether it stands in the log of decisions: it is one, or why it happened is known. */
export const isDecision = ({ kind, reasonNl }: Pick<EventSaid, 'kind' | 'reasonNl'>): boolean =>
	kind === 'decision' || reasonNl !== null;

/** Whether two tellings of an event say the same. */
export const isSameEvent = (a: EventSaid, b: EventSaid): boolean =>
	SAID.every((key) => a[key] === b[key]);

const SAID = [
	...(['kind', 'startsOn', 'endsOn', 'titleNl', 'titleEn'] as const),
	...(['reasonNl', 'reasonEn', 'source', 'confidence'] as const)
];

/** What is said of an event, without when and by whom. */
export function saidOf(event: EventSaid): EventSaid {
	const { kind, startsOn, endsOn, titleNl, titleEn, reasonNl, reasonEn } = event;
	const { source, confidence } = event;
	return { kind, startsOn, endsOn, titleNl, titleEn, reasonNl, reasonEn, source, confidence };
}

export const LONGEST_TITLE = 200;
export const LONGEST_REASON = 1_000;
export const LONGEST_SOURCE = 2_000;
export const LONGEST_CHANGE_REASON = 500;
export const FIRST_EVENT_DAY: Day = '2015-01-01';
export const LAST_EVENT_DAY: Day = '2035-12-31';

/** "2021-06-09-landelijke-campagne-begint": a name for a new event that tells what it is. */
export function eventCode({ startsOn, titleNl }: Pick<EventSaid, 'startsOn' | 'titleNl'>): string {
	const words = titleNl
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
	return `${startsOn}-${words}`.slice(0, 60).replace(/-$/, '');
}
