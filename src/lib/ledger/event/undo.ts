import type { EventKind } from './event.ts';

/**
 * How to take `event` back without changing the ledger. Where it replaced an event that counted
 * (it was a correction, or an undo), that event is restated as a correction of `event`; otherwise an
 * `undone` says that `event` does not count. Either way the state becomes what it was before.
 *
 * `corrected` is the event that `event` corrects, if any.
 */
export function undoOf<E extends { kind: EventKind }>(
	event: E,
	corrected: E | undefined
): { kind: 'undone' } | { kind: 'restated'; original: E } {
	if (corrected && corrected.kind !== 'undone') return { kind: 'restated', original: corrected };
	return { kind: 'undone' };
}
