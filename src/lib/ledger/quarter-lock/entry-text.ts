import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { LockKind } from './quarter-lock.ts';

interface Entry {
	kind: LockKind;
	userName: string | null;
	until: Day | null;
	recordedOn: Day;
	author: string;
}

/** What was decided about a quarter, by whom and when, as a sentence; the reason stands beside it. */
export function entryText({ kind, userName, until, recordedOn, author }: Entry): string {
	const locale = getLocale();
	const by = { author, on: formatShortDay(recordedOn, locale) };
	const name = userName ?? '';
	switch (kind) {
		case 'locked':
			return m.quarter_lock_entry_locked(by);
		case 'unlocked':
			return m.quarter_lock_entry_unlocked(by);
		case 'excepted':
			return m.quarter_lock_entry_excepted({
				...by,
				...{ name, until: until === null ? '' : formatShortDay(until, locale) }
			});
		case 'exception_ended':
			return m.quarter_lock_entry_ended({ ...by, name });
	}
}
