import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { NewEvent } from '#lib/server/ledger/event/append.ts';

/** Above every id and moment of the ledger, so that what is about to be recorded comes last. */
const AFTER_ALL_IDS = 2 ** 52;
const AFTER_ALL_MOMENTS = '9999-12-31T00:00:00.000000Z';

/** What an act will say once it is recorded; `order` counts those of its batch. */
export function provisionalEvent(
	event: NewEvent,
	{ id, organisation }: User,
	today: Day,
	order: number
): RecordedEvent {
	const { subject, milestoneCode, kind, effectiveOn } = event;
	return {
		...{ subject, milestoneCode, kind, effectiveOn },
		targetOn: event.targetOn ?? null,
		openingForm: event.openingForm ?? null,
		datePrecision: event.datePrecision ?? 'day',
		reasonCode: event.reasonCode ?? null,
		note: event.note ?? null,
		noteVisibility: event.noteVisibility ?? 'internal',
		correctsEventId: event.correctsEventId ?? null,
		...{ id: AFTER_ALL_IDS + order, recordedAt: AFTER_ALL_MOMENTS, recordedOn: today },
		...{ recordedBy: id, recordedFor: organisation }
	};
}
