import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { hasJustArrived, type Visit } from './arrived.ts';
import type { Unavailable } from './unavailable.ts';

/** What is known of something that was sent when its answer, or the page after it, cannot be had. */
export type Standing =
	/** Nothing was sent. */
	| 'read'
	/** What was sent before this page stands. */
	| 'arrived'
	/** Certain that nothing of it stands. */
	| 'nothing'
	/** It may stand. */
	| 'unknown';

export interface FailedRequest extends Visit {
	locals: Pick<App.Locals, 'reach'>;
}

export function standingOf(event: FailedRequest): Standing {
	if (event.request.method !== 'POST') return hasJustArrived(event) ? 'arrived' : 'read';
	// Without a reach the request did not come as far as what could have something kept.
	return (event.locals.reach?.isNothing ?? true) ? 'nothing' : 'unknown';
}

const CAUSES = {
	away: m.common_error_away,
	busy: m.common_error_busy,
	disk_full: m.common_error_disk_full,
	unexpected: m.common_error_not_you
} as const;

const AFTER: Record<Standing, typeof m.common_error_again> = {
	read: m.common_error_again,
	arrived: m.common_error_arrived,
	nothing: m.common_error_nothing_recorded,
	unknown: m.common_error_may_stand
};

/** Why the answer cannot be had, what became of what was sent, and what to do; in both languages to be had. */
export function whyText(why: Unavailable | null, standing: Standing, locale?: Locale): string {
	const words = locale ? { locale } : {};
	return `${CAUSES[why ?? 'unexpected']({}, words)} ${AFTER[standing]({}, words)}`;
}

/** What a page is told: the sentence, and whether it may be sure that nothing stands. */
export function errorOf(why: Unavailable | null, standing: Standing): App.Error {
	const message = whyText(why, standing);
	return standing === 'nothing' ? { message, nothingRecorded: true } : { message };
}
