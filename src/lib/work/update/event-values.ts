import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, EventKind, OpeningForm } from '#lib/ledger/event/event.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { ACTS, fieldsOf } from '#lib/ledger/event/act.ts';
import type { PlainAct } from './rules.ts';
import type { ActValues } from './schema.ts';

/** What an act puts in the ledger, apart from its subject, author and moment. */
export interface EventValues {
	milestoneCode: string;
	kind: EventKind;
	effectiveOn: Day;
	targetOn: Day | null;
	openingForm: OpeningForm | null;
	datePrecision: DatePrecision;
	reasonCode: string | null;
	note: string | null;
	noteVisibility: 'internal' | 'stakeholders';
}

/**
 * The event that an act without problems becomes. An opening that works only online or by phone is
 * not an opening: it becomes the operation `online_only`.
 */
export function eventValuesOf(act: PlainAct, values: ActValues, today: Day): EventValues {
	const fields = fieldsOf(act, values.milestone);
	const onlineOnly = act === 'achieve' && values.openingForm === 'alleen_online';
	return {
		milestoneCode: onlineOnly ? OPERATION : values.milestone,
		kind: onlineOnly ? 'online_only' : ACTS[act].kind,
		effectiveOn: values.effectiveOn ?? today,
		targetOn: fields.includes('targetOn') ? values.targetOn : null,
		openingForm:
			fields.includes('openingForm') && values.openingForm !== 'alleen_online'
				? values.openingForm
				: null,
		datePrecision: fields.includes('precision') ? values.precision : 'day',
		reasonCode: fields.includes('reason') ? values.reason : null,
		note: values.note,
		noteVisibility: values.noteVisibility
	};
}

/** What says nothing but that it is so today: that an entry no longer counts, or that it is still right. */
export function plainValues(
	kind: 'undone' | 'confirmed',
	milestoneCode: string,
	today: Day
): EventValues {
	return {
		...{ milestoneCode, kind, effectiveOn: today },
		...{ targetOn: null, openingForm: null, datePrecision: 'day', reasonCode: null },
		...{ note: null, noteVisibility: 'internal' }
	};
}

/** True for a form of an earlier day that still says the day on which it was made. */
export function isOfAnotherDay(values: ActValues, today: Day): boolean {
	return isDayOfMaking(values.effectiveOn, values.madeOn, today);
}

/** True for the day that a form of an earlier day began with: whether that was meant has to be asked. */
export function isDayOfMaking(on: Day | null, madeOn: Day | null, today: Day): boolean {
	return madeOn !== null && madeOn !== today && on === madeOn;
}

/** True when two events say the same: a form that was sent twice. */
export function saySame(a: EventValues, b: EventValues): boolean {
	const keys = Object.keys(a) as (keyof EventValues)[];
	return keys.every((key) => a[key] === b[key]);
}
