import type { Insertable } from 'kysely';
import { lanesOf, LANES, type LedgerEvent, type OpeningForm } from '#lib/ledger/event/event.ts';
import { stateRectangles } from '#lib/ledger/event/rectangles.ts';
import { historyKey, type Subject } from '#lib/ledger/subject/subject.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import type { MilestoneState } from '#lib/server/platform/db/schema.ts';

/** A ledger event with the subject and the extra facts that its projection carries. */
export interface SubjectEvent extends LedgerEvent {
	subject: Subject;
	milestoneCode: string;
	openingForm: OpeningForm | null;
	reasonCode: string | null;
}

/** All rows of `milestone_state` that follow from complete histories of events, in any order. */
export function projectEvents(events: readonly SubjectEvent[]): Insertable<MilestoneState>[] {
	return [...Map.groupBy(events, historyKey).values()].flatMap(projectHistory);
}

function projectHistory(history: readonly SubjectEvent[]): Insertable<MilestoneState>[] {
	const used = new Set(history.flatMap((event) => lanesOf(event.kind)));
	return LANES.filter((lane) => used.has(lane)).flatMap((lane) =>
		stateRectangles(history, lane).map(({ event, validFrom, validTo, knownFrom, knownTo }) => ({
			...subjectIds(event.subject),
			milestoneCode: event.milestoneCode,
			lane,
			validFrom,
			validTo,
			knownFrom,
			knownTo,
			eventId: event.id,
			kind: event.kind,
			onDay: event.effectiveOn,
			targetOn: event.targetOn,
			openingForm: event.openingForm,
			reasonCode: event.reasonCode
		}))
	);
}
