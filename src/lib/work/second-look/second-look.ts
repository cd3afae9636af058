import type { DatePrecision, OpeningForm } from '#lib/ledger/event/event.ts';
import type { Day } from '#lib/base/day/day.ts';

/** What an opening says that is looked at, each by itself. */
export const LOOK_FIELDS = ['day', 'form'] as const;
export type LookField = (typeof LOOK_FIELDS)[number];

export const VERDICTS = ['approved', 'returned'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** So many days an adviser has to answer about what was returned. */
export const DAYS_TO_ANSWER = 14;
/** The most characters of a reason; constraints of the database say the same. */
export const LONGEST_REASON = 400;
/** A rule begins at the most this many days before or after the day on which it is made. */
export const FARTHEST_DAYS = 366;

/** What was said last of a field, and whether its question was answered since. */
export interface LastLook {
	field: LookField;
	verdict: Verdict;
	reason: string | null;
	/** Of what was returned: whether the adviser still has to answer. */
	isAsked: boolean;
	/** What she answered in words. */
	reply: string | null;
	inquiryId: number | null;
	on: Day;
	/** Who looked, by name, or her organisation when the account is gone. */
	by: string;
}

/** An opening that is looked at, with what was said of it so far. */
export interface LookedOpening {
	eventId: number;
	pointId: number;
	point: string;
	library: string;
	province: string;
	openedOn: Day;
	precision: DatePrecision;
	form: OpeningForm | null;
	recordedOn: Day;
	/** Who recorded it, by name, or her organisation when the account is gone. */
	recorder: string;
	looks: readonly LastLook[];
	/** The newest thing said of it, which a form is based on. */
	newestLook: number | null;
	/** What was returned of the entry that this one corrects; empty when it corrects none. */
	earlier: readonly { field: LookField; reason: string }[];
}

/** How a field stands: `unseen` and `answered` wait for the programme manager, `returned` for the adviser. */
export type FieldState = 'unseen' | 'approved' | 'returned' | 'answered';

export interface FieldStanding {
	field: LookField;
	state: FieldState;
	look: LastLook | null;
}

/** How each field of an opening stands; what it does not say is not looked at. */
export function fieldsOf({ form, looks }: Pick<LookedOpening, 'form' | 'looks'>): FieldStanding[] {
	return LOOK_FIELDS.filter((field) => field === 'day' || form !== null).map((field) => {
		const look = looks.find((one) => one.field === field) ?? null;
		return { field, look, state: stateOf(look) };
	});
}

function stateOf(look: LastLook | null): FieldState {
	if (look === null) return 'unseen';
	if (look.verdict === 'approved') return 'approved';
	return look.isAsked ? 'returned' : 'answered';
}

const waits = (state: FieldState): boolean => state === 'unseen' || state === 'answered';

/** The fields that wait for the programme manager. */
export const waitingFields = (opening: Pick<LookedOpening, 'form' | 'looks'>): FieldStanding[] =>
	fieldsOf(opening).filter(({ state }) => waits(state));

/** How an opening stands as a whole: what waits for the programme manager comes before what waits for the adviser. */
export type OpeningState = 'waiting' | 'returned' | 'approved';

/** What stands open of an opening. */
export function openingState(opening: Pick<LookedOpening, 'form' | 'looks'>): OpeningState {
	const states = fieldsOf(opening).map(({ state }) => state);
	if (states.some(waits)) return 'waiting';
	return states.includes('returned') ? 'returned' : 'approved';
}
