import { beforeEach, describe, expect, it } from 'vitest';
import { isExpectedLater, isOverdue } from '#lib/ledger/milestone/lateness.ts';
import {
	informationPointStatus,
	mapStatusOf,
	type PointLedger
} from '#lib/network/information-point/information-point.ts';
import { planNote } from '#lib/network/information-point/plan-standing.ts';
import { informationPointSummary } from '#lib/network/information-point/summary.ts';
import { pointText } from '#lib/network/standing/place-text.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { rowStatusText } from './labels.ts';
import { pointStandingText } from './point-standing-text.ts';
import type { WorkRow } from './work-row.ts';

const TODAY = '2022-01-31';
const PAST = '2022-01-01';
const TO_COME = '2022-03-01';
const SINCE = '2021-12-15';

/** What a sentence says of a location, whatever its words. */
type Story =
	| 'open'
	| 'closed'
	| 'shut'
	| 'online'
	| 'hold'
	| 'no'
	| 'late'
	| 'later'
	| 'planned'
	| 'withdrawn'
	| 'nothing';

/** How each story is told; a text that fits none of them, or two, is a fault. */
const WORDS: Record<Story, RegExp> = {
	open: /gereed op|geopend op|is open sinds|open sinds|ging open op/,
	closed: /vervalt|definitief gesloten/i,
	shut: /tijdelijk dicht/i,
	online: /alleen online/i,
	hold: /gepauzeerd/i,
	no: /niet van toepassing/,
	late: /over tijd|planning verlopen \([^)]*\)$|maar is nog niet gemeld|, nog niet open$/i,
	later: /verwacht op|wordt nu verwacht/i,
	planned: /^gepland|gepland voor|is gepland op/,
	withdrawn: /ingetrokken/i,
	nothing: /nog niets gepland|niet gepland|nog geen opening gepland/i
};

const storiesOf = (text: string) =>
	(Object.keys(WORDS) as Story[]).filter((story) => WORDS[story].test(text));

interface State {
	status: string | null;
	operation: string | null;
	planOn: string | null;
	forecastOn: string | null;
	planned: boolean;
}

/** The one story of a state, by the definitions and not by the code that tells it. */
function storyOf({ status, operation, planOn, forecastOn, planned }: State): Story {
	if (operation === 'permanently_closed') return 'closed';
	if (operation === 'temporarily_closed') return 'shut';
	if (operation === 'online_only') return 'online';
	if (status === 'achieved') return 'open';
	if (status === 'on_hold') return 'hold';
	if (status === 'not_applicable') return 'no';
	if (planOn === null) return planned ? 'withdrawn' : 'nothing';
	if (planOn >= TODAY) return 'planned';
	return forecastOn !== null && forecastOn >= TODAY ? 'later' : 'late';
}

const states: State[] = [null, 'achieved', 'on_hold', 'not_applicable'].flatMap((status) =>
	[null, 'temporarily_closed', 'online_only', 'permanently_closed', 'reopened']
		// Only what opened can be shut for a time, or open again.
		.filter(
			(operation) =>
				status === 'achieved' || !['temporarily_closed', 'reopened'].includes(operation ?? '')
		)
		.flatMap((operation) =>
			[null, PAST, TO_COME].flatMap((planOn) =>
				[null, PAST, TO_COME].flatMap((forecastOn) =>
					[true, false]
						.filter((planned) => planned || planOn === null)
						.map((planned) => ({ status, operation, planOn, forecastOn, planned }))
				)
			)
		)
);

function ledgerOf({ status, operation, planOn, forecastOn, planned }: State): PointLedger {
	return {
		...{ firstPlanOn: planned ? '2021-11-01' : null, planOn, forecastOn },
		...{ openingStatus: status, openingStatusOn: status && SINCE, openingReasonCode: null },
		...{ openingForm: status === 'achieved' ? 'volledig' : null, openingPrecision: 'day' },
		...{ operation, operationOn: operation && '2022-01-10', operationReasonCode: null },
		operationEndsOn: operation === 'temporarily_closed' ? TO_COME : null
	};
}

/** The opening as a line of the work sheet. */
function rowOf({ status, operation, planOn, forecastOn, planned }: State): WorkRow {
	const closedForGood = operation === 'permanently_closed';
	const facts = { planOn, forecastOn, status };
	return {
		...{ milestoneCode: 'opening', firstPlanOn: planned ? '2021-11-01' : null, planOn, forecastOn },
		...{ slipDays: null, warnings: [], acts: [], basedOn: null, lookedAtOn: null },
		...{ opened: status === 'achieved', closedForGood },
		status:
			status === null
				? null
				: {
						...{ eventId: 1, kind: status as 'achieved', effectiveOn: SINCE, targetOn: null },
						...{ openingForm: null, datePrecision: 'day' }
					},
		overdue: !closedForGood && isOverdue(facts, TODAY),
		expectedLater: !closedForGood && isExpectedLater(facts, TODAY)
	};
}

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('a location tells one story wherever it is told', () => {
	it.each(states)(
		'opening $status, operation $operation, plan $planOn, forecast $forecastOn, planned before $planned',
		(state) => {
			const point = ledgerOf(state);
			const story = storyOf(state);

			// The list of locations on a work sheet, and the sentence of the dossier.
			const openedOn = state.status === 'achieved' ? SINCE : null;
			const listed = pointStandingText({ ...point, openedOn }, TODAY, 'nl');
			expect([listed, storiesOf(listed)]).toEqual([listed, [story]]);
			const summary = informationPointSummary('Zuid', point, TODAY, 'nl').split('. ')[0]!;
			const told = storiesOf(summary).filter((one) => one !== 'open' || story === 'open');
			expect([summary, told]).toEqual([summary, [story]]);

			// The line of the opening tells of the opening alone, not of what happened after it.
			const row = rowStatusText(rowOf(state), 'nl');
			const ofOpening =
				state.status === 'achieved' || (story === 'closed' && state.status === 'not_applicable')
					? storyOf({ ...state, operation: null })
					: story === 'online'
						? storyOf({ ...state, operation: null })
						: story;
			expect([row, storiesOf(row)]).toEqual([row, [ofOpening]]);

			// The note beside the planned day of a point that is not open.
			const note = planNote(point, TODAY, 'nl');
			if (state.status !== 'achieved' && story !== 'closed' && story !== 'online') {
				const noted = note === undefined ? [] : storiesOf(note);
				const notes: Story[] = ['late', 'later', 'hold'];
				expect([note, noted]).toEqual([note, notes.includes(story) ? [story] : []]);
			}

			// The map tells of the plan what has no colour of its own: on hold, and never to open.
			const status = informationPointStatus(point, TODAY);
			if (status === 'closed') return expect(story).toBe('closed');
			const days = { openedOn, openedPrecision: 'day' as const };
			const popup = pointText(
				{ name: 'Zuid', status: mapStatusOf(status), ...days, planOn: state.planOn },
				story === 'later' ? { expectedOn: state.forecastOn } : {}
			).replace('Zuid, ', '');
			const onMap = storiesOf(popup);
			if (story === 'hold' || story === 'no') {
				expect(['late', 'planned', 'withdrawn', 'nothing']).toContain(onMap[0]);
				if (story === 'no') expect(['withdrawn', 'nothing']).toContain(onMap[0]);
			} else expect([popup, onMap]).toEqual([popup, [story]]);
		}
	);
});
