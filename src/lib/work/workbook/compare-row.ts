import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { fieldsOf } from '#lib/ledger/event/act.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlainAct } from '#lib/work/update/rules.ts';
import type { ActValues } from '#lib/work/update/schema.ts';
import { situationOf, type MilestoneSituation } from '#lib/work/update/situation.ts';
import { valuesOf, valuesWhen } from './row-values.ts';
import { VALUE_COLUMNS, type Column, type FileRow, type Remark } from './types.ts';
import type { RowValues, State, ValueColumn } from './types.ts';

/** One act that a row asks for; its errors stand at `columns`, by the name of the field. */
export interface RowAct {
	act: PlainAct | 'correct';
	values: ActValues;
	columns: Partial<Record<string, Column>>;
}

export interface Comparison {
	/** How it stood when the workbook was made; how it stands now for a row without a stamp. */
	base: RowValues;
	now: RowValues;
	newest: RecordedEvent | null;
	/** What the row changes and does not hold yet. */
	changes: ValueColumn[];
	acts: RowAct[];
	remarks: Remark[];
}

/** What an adviser said of a row in the preview. */
export interface RowChoice {
	/** Her own value goes over what was recorded up to this entry. */
	mineOver: number | null;
	/** A day long past is meant. */
	pastMeant: boolean;
}

/**
 * Compares a row with how its milestone stood and stands. What she did not change is left alone, also
 * when somebody else changed it since; what is as she wants it already is no change any more.
 */
export function compareRow(
	row: FileRow,
	milestone: string,
	events: readonly RecordedEvent[],
	choice: RowChoice,
	today: Day
): Comparison {
	const situation = situationOf(events, milestone, today);
	const now = valuesOf(situation);
	const newest = situation.lastEvent;
	const old = row.stamp && row.stamp.basedOn !== (newest?.id ?? null);
	const base = old ? valuesWhen(events, milestone, row.stamp!.basedOn, today) : now;
	const said = saidOf(row, milestone);
	const changes = VALUE_COLUMNS.filter(
		(column) =>
			said[column] !== undefined && said[column] !== base[column] && said[column] !== now[column]
	);
	const basedOn = row.stamp && choice.mineOver !== newest?.id ? row.stamp.basedOn : newest?.id;
	const start: ActValues = {
		...NOTHING,
		...{ milestone, basedOn: basedOn ?? null, pastMeant: choice.pastMeant }
	};
	const remarks: Remark[] = [];
	const plans = planActs(said, changes, start, row);
	const states = stateActs(said, changes, { start, row, situation, now, remarks });
	// What applies again can be planned from then on.
	const resumes = states.some(({ act }) => act === 'resume');
	const acts = resumes ? [...states, ...plans] : [...plans, ...states];
	giveNote(acts, row);
	if (
		acts.length === 0 &&
		remarks.length === 0 &&
		changes.length === 0 &&
		(row.reason || row.note)
	) {
		remarks.push({ column: null, kind: 'warning', text: m.workbook_warning_nothing_changed() });
	}
	return { base, now, newest, changes, acts, remarks };
}

const NOTHING: ActValues = {
	...{ milestone: '', basedOn: null, event: null, targetOn: null, pastMeant: false },
	...{ endUnknown: false, madeOn: null, when: null, effectiveOn: null, precision: 'day' },
	...{ openingForm: null, reason: null, note: null, noteVisibility: 'internal' }
};

/** What the row says, where it makes sense: how something opened is only said of an opening. */
function saidOf({ said, stamp }: FileRow, milestone: string): Partial<RowValues> {
	const { openingForm, ...rest } = said;
	const opens = milestone === 'opening' && openingForm !== undefined;
	const values = opens ? { ...rest, openingForm } : rest;
	// Elsewhere a day behind "done on" is all that is said of it.
	const done = !stamp && values.stateOn && values.state === undefined;
	return done ? { ...values, state: 'achieved' } : values;
}

function planActs(
	said: Partial<RowValues>,
	changes: readonly ValueColumn[],
	start: ActValues,
	row: FileRow
): RowAct[] {
	const acts: RowAct[] = [];
	for (const [column, set, withdraw] of [
		['planOn', 'plan', 'withdraw_plan'],
		['forecastOn', 'forecast', 'withdraw_forecast']
	] as const) {
		if (!changes.includes(column)) continue;
		const targetOn = said[column] ?? null;
		const act = targetOn === null ? withdraw : set;
		acts.push(makeAct(act, { ...start, targetOn }, row, column));
	}
	return acts;
}

interface StateContext {
	start: ActValues;
	row: FileRow;
	situation: MilestoneSituation;
	now: RowValues;
	remarks: Remark[];
}

const STATE_ACTS: Record<Exclude<State, 'open'>, PlainAct> = {
	achieved: 'achieve',
	on_hold: 'hold',
	not_applicable: 'not_applicable'
};

function stateActs(
	said: Partial<RowValues>,
	changes: readonly ValueColumn[],
	{ start, row, situation, now, remarks }: StateContext
): RowAct[] {
	const touched = (['state', 'stateOn', 'openingForm'] as const).filter((column) =>
		changes.includes(column)
	);
	if (touched.length === 0) return [];
	const state = said.state ?? now.state;
	const changed = changes.includes('state');
	const effectiveOn = said.stateOn === undefined ? null : said.stateOn;
	const error = (column: Column, text: string) => {
		remarks.push({ column, kind: 'error', text });
		return [];
	};
	if (state === 'open') {
		if (!changed) return effectiveOn ? error('state', m.workbook_problem_day_without_state()) : [];
		if (now.state === 'achieved') return error('state', m.workbook_problem_take_back());
		return [makeAct('resume', { ...start, effectiveOn: null }, row, 'state')];
	}
	const openingForm = said.openingForm ?? now.openingForm;
	// A day that still says when it was put on hold is not the day on which it was reached.
	const on = changed && effectiveOn === now.stateOn && state !== 'achieved' ? null : effectiveOn;
	if (changed) {
		return [makeAct(STATE_ACTS[state], { ...start, effectiveOn: on, openingForm }, row, 'state')];
	}
	if (said.stateOn === null) return error('stateOn', m.workbook_problem_day_required());
	const status = situation.status!;
	const precision = changes.includes('stateOn') ? 'day' : status.datePrecision;
	const { id: event, reasonCode: reason, note, noteVisibility } = status;
	const kept = { event, reason, precision, note, noteVisibility };
	const values = { ...start, ...kept, effectiveOn: said.stateOn ?? now.stateOn, openingForm };
	return [{ act: 'correct', values, columns: columnsFor('stateOn') }];
}

function makeAct(act: PlainAct, values: ActValues, row: FileRow, column: Column): RowAct {
	const takesReason = fieldsOf(act, values.milestone).includes('reason');
	return {
		act,
		values: takesReason ? { ...values, reason: row.reason } : values,
		columns: columnsFor(column)
	};
}

const columnsFor = (column: Column): RowAct['columns'] => ({
	targetOn: column,
	effectiveOn: 'stateOn',
	openingForm: 'openingForm',
	reason: 'reason',
	note: 'note',
	form: column
});

/** The note goes with what it explains: the acts with its reason, or else the first. */
function giveNote(acts: readonly RowAct[], { note }: FileRow): void {
	if (note === null) return;
	const explained = acts.filter(({ act, values }) => act !== 'correct' && values.reason !== null);
	for (const { values } of explained.length > 0 ? explained : acts.slice(0, 1)) {
		Object.assign(values, { note, noteVisibility: NOTHING.noteVisibility });
	}
}
