import type { EventKind } from './event.ts';

/**
 * What an adviser can say of a milestone or location, with the word in the address (`?actie=…`) and
 * the kind of event that it becomes. `correct` takes the kind of the entry that it puts right.
 */
export const ACTS = {
	achieve: { word: 'gereed', kind: 'achieved' },
	plan: { word: 'plannen', kind: 'planned' },
	forecast: { word: 'verwachting', kind: 'forecast' },
	hold: { word: 'pauzeren', kind: 'on_hold' },
	resume: { word: 'hervatten', kind: 'resumed' },
	not_applicable: { word: 'niet-van-toepassing', kind: 'not_applicable' },
	withdraw_plan: { word: 'planning-intrekken', kind: 'plan_withdrawn' },
	withdraw_forecast: { word: 'verwachting-intrekken', kind: 'forecast_withdrawn' },
	temporarily_close: { word: 'tijdelijk-dicht', kind: 'temporarily_closed' },
	reopen: { word: 'heropenen', kind: 'reopened' },
	go_online: { word: 'alleen-online', kind: 'online_only' },
	close: { word: 'definitief-sluiten', kind: 'permanently_closed' },
	correct: { word: 'corrigeren', kind: null }
} as const satisfies Record<string, { word: string; kind: EventKind | null }>;

export type Act = keyof typeof ACTS;

export const ACT_NAMES = Object.keys(ACTS) as Act[];

/** The acts on what a location does, instead of on one of its milestones. */
export const OPERATION_ACTS = ['temporarily_close', 'reopen', 'go_online', 'close'] as const;

/** The act of a word in the address; undefined for an unknown word. `herplannen` is planning again. */
export function actOfWord(word: string | null): Act | undefined {
	const wanted = word === 'herplannen' ? 'plan' : word;
	return ACT_NAMES.find((act) => ACTS[act].word === wanted || act === wanted);
}

/** The act that records an event of this kind; undefined for `undone` and `confirmed`. */
export function actOfKind(kind: EventKind): Exclude<Act, 'correct'> | undefined {
	return ACT_NAMES.find(
		(act): act is Exclude<Act, 'correct'> => act !== 'correct' && ACTS[act].kind === kind
	);
}

/** The fields of the form of an act, in order; a note and its readers follow on every form. */
export type ActField = 'targetOn' | 'effectiveOn' | 'precision' | 'openingForm' | 'reason';

const FIELDS: Record<Exclude<Act, 'correct'>, readonly ActField[]> = {
	achieve: ['effectiveOn', 'precision', 'openingForm'],
	plan: ['targetOn', 'reason', 'effectiveOn'],
	forecast: ['targetOn', 'reason', 'effectiveOn'],
	hold: ['reason', 'effectiveOn'],
	resume: ['effectiveOn'],
	not_applicable: ['effectiveOn'],
	withdraw_plan: ['reason', 'effectiveOn'],
	withdraw_forecast: ['effectiveOn'],
	temporarily_close: ['targetOn', 'reason', 'effectiveOn'],
	reopen: ['effectiveOn'],
	go_online: ['reason', 'effectiveOn'],
	close: ['reason', 'effectiveOn']
};

/** The fields that the form of this act shows for this milestone. */
export function fieldsOf(act: Exclude<Act, 'correct'>, milestoneCode: string): ActField[] {
	return FIELDS[act].filter((field) => field !== 'openingForm' || milestoneCode === 'opening');
}
