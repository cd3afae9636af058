import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { actOfKind } from '#lib/ledger/event/act.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { keptDay, undoValues } from '#lib/server/work/update/corrected-entry.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { eventValuesOf, saySame, type EventValues } from '#lib/work/update/event-values.ts';
import type { BatchAct } from './act.ts';
import type { Known } from './read-known.ts';

export interface Replays {
	/** The entry that this act became when the same batch was sent before. */
	get(act: BatchAct): number | undefined;
	/** Whether the newest entry of its milestone is of the same batch, sent before. */
	isReplayed(act: BatchAct): boolean;
}

/**
 * Which acts were recorded already, because the batch was sent before (a connection that broke, a
 * second click): entries of the same person that say the same, made since the form was, of which the
 * newest is the newest of its milestone. When somebody recorded something else after that, the act is
 * not a replay but a conflict: what was said is no longer what holds.
 */
export function findReplays(
	user: User,
	acts: readonly BatchAct[],
	known: Known,
	today: Day
): Replays {
	const groups = Map.groupBy(
		acts.flatMap((act) => {
			if (act.act === 'confirm') return [];
			const events = known.events.get(subjectKey(act)) ?? [];
			const mine = statementOf(act, events, today);
			return mine ? [{ act, mine, events }] : [];
		}),
		({ act, mine }) => `${subjectKey(act)} ${mine.milestoneCode}`
	);
	const found = new Map<BatchAct, number>();
	const replayed = new Set<BatchAct>();
	for (const group of groups.values()) {
		const { milestoneCode } = group[0]!.mine;
		const own = group[0]!.events
			.filter((event) => event.milestoneCode === milestoneCode)
			.toSorted((a, b) => a.id - b.id);
		const matched = new Map<RecordedEvent, BatchAct>();
		for (const { act, mine } of group) {
			const same = own.find(
				(event) =>
					event.id > (act.values.basedOn ?? 0) &&
					event.recordedBy === user.id &&
					!matched.has(event) &&
					saySame(mine, event)
			);
			if (same) matched.set(same, act);
		}
		const newest = own.at(-1);
		if (!newest || !matched.has(newest)) continue;
		for (const [event, act] of matched) found.set(act, event.id);
		for (const { act } of group) replayed.add(act);
	}
	return { get: (act) => found.get(act), isReplayed: (act) => replayed.has(act) };
}

/** What an act will put in the ledger; null when the entry that it is about is not there. */
export function statementOf(
	{ act, values }: BatchAct,
	events: readonly RecordedEvent[],
	today: Day
): EventValues | null {
	if (act === 'confirm') return null;
	if (act !== 'correct' && act !== 'undo') return eventValuesOf(act, values, today);
	const entry = events.find(
		({ id, milestoneCode }) => id === values.event && milestoneCode === values.milestone
	);
	if (!entry) return null;
	if (act === 'undo') return undoValues(entry, events, today);
	const plainAct = actOfKind(entry.kind);
	return plainAct ? eventValuesOf(plainAct, { ...values, ...keptDay(entry, values) }, today) : null;
}
