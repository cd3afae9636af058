import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { situationOf, type MilestoneSituation } from '#lib/work/update/situation.ts';
import type { OpeningWord, RowValues, State } from './types.ts';

const STATES: Partial<Record<string, State>> = {
	achieved: 'achieved',
	on_hold: 'on_hold',
	not_applicable: 'not_applicable'
};

/** How a milestone stands, as a row of the workbook. */
export function valuesOf({ plan, forecast, status }: MilestoneSituation): RowValues {
	const state = STATES[status?.kind ?? ''] ?? 'open';
	return {
		planOn: plan?.targetOn ?? null,
		forecastOn: forecast?.targetOn ?? null,
		state,
		stateOn: state === 'open' ? null : status!.effectiveOn,
		openingForm: state === 'achieved' ? (status!.openingForm as OpeningWord | null) : null
	};
}

/** The same as it was when the newest entry of the milestone was `basedOn`; `events` are the subject's. */
export function valuesWhen(
	events: readonly RecordedEvent[],
	milestoneCode: string,
	basedOn: number | null,
	today: Day
): RowValues {
	const known = events.filter(
		(event) => event.milestoneCode === milestoneCode && event.id <= (basedOn ?? 0)
	);
	return valuesOf(situationOf(known, milestoneCode, today));
}
