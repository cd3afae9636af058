import { formatDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	EVENT_CONFIDENCES,
	EVENT_KINDS,
	FIRST_EVENT_DAY,
	LAST_EVENT_DAY,
	LONGEST_CHANGE_REASON,
	LONGEST_REASON,
	LONGEST_SOURCE,
	LONGEST_TITLE,
	type EventKind,
	type EventSaid
} from './programme-event.ts';

type Given = (name: string) => string;

export type EventReading = { said: EventSaid; errors?: never } | { said?: never; errors: Errors };

/** What was filled in of an event: all of it, or everything that is wrong, in the order of the form. */
export function readEventForm(given: Given): EventReading {
	const errors: Errors = {};
	const kind = EVENT_KINDS.find((one) => one === given('kind').trim());
	if (!kind) errors.kind = m.timeline_problem_kind();
	const startsOn = readEventDay('startsOn', given, errors);
	if (startsOn === null) errors.startsOn ??= m.update_problem_required();
	const endsOn = readEventDay('endsOn', given, errors);
	if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
		errors.endsOn = m.timeline_problem_end_before_start();
	}
	if (kind === 'phase' && endsOn === null) errors.endsOn ??= m.timeline_problem_phase_ends();
	const text = (name: string, longest: number) => readText(name, longest, given, errors);
	const titleNl = text('titleNl', LONGEST_TITLE);
	if (titleNl === null) errors.titleNl ??= m.update_problem_required();
	const titleEn = text('titleEn', LONGEST_TITLE);
	if (titleEn === null) errors.titleEn ??= m.update_problem_required();
	const reasonNl = readReason(kind, text('reasonNl', LONGEST_REASON), errors);
	const reasonEn = text('reasonEn', LONGEST_REASON);
	if (reasonEn !== null && reasonNl === null) {
		errors.reasonNl ??= m.timeline_problem_reason_dutch();
	}
	const source = text('source', LONGEST_SOURCE);
	if (source === null) errors.source ??= m.timeline_problem_source();
	else if (hasBrokenAddress(source)) errors.source = m.timeline_problem_address();
	const confidence = EVENT_CONFIDENCES.find((one) => one === given('confidence').trim());
	if (!confidence) errors.confidence = m.timeline_problem_confidence();
	if (Object.keys(errors).length > 0 || !kind || startsOn === null || !confidence) {
		return { errors };
	}
	return {
		said: {
			// A period of one day is that day; only a phase always has its end.
			...{ kind, startsOn, endsOn: endsOn === startsOn && kind !== 'phase' ? null : endsOn },
			...{ reasonNl, reasonEn },
			...{ titleNl: titleNl ?? '', titleEn: titleEn ?? '', source: source ?? '', confidence }
		}
	};
}

/** Why an event is put right or withdrawn, as typed. */
export function readChangeReason(given: Given, errors: Errors): string | null {
	const reason = readText('changeReason', LONGEST_CHANGE_REASON, given, errors);
	if (reason === null) errors.changeReason ??= m.timeline_problem_change_reason();
	return reason;
}

function readEventDay(name: string, given: Given, errors: Errors): Day | null {
	const typed = given(name).trim();
	if (typed === '') return null;
	const day = readDay(typed);
	if (day === null) errors[name] = m.update_problem_not_a_day();
	else if (day < FIRST_EVENT_DAY || day > LAST_EVENT_DAY) {
		const locale = getLocale();
		errors[name] = m.timeline_problem_day({
			first: formatDay(FIRST_EVENT_DAY, locale),
			last: formatDay(LAST_EVENT_DAY, locale)
		});
	}
	return day;
}

function readText(name: string, longest: number, given: Given, errors: Errors): string | null {
	const text = given(name).trim();
	if (text.length > longest) errors[name] = m.timeline_problem_long({ count: longest });
	return text === '' ? null : text;
}

/** A decision without its reason is half of it: where the source is silent, that is written down. */
function readReason(kind: EventKind | undefined, reason: string | null, errors: Errors) {
	if (kind === 'decision' && reason === null) errors.reasonNl ??= m.timeline_problem_reason();
	return reason;
}

const hasBrokenAddress = (source: string) =>
	source
		.split(' ; ')
		.some((part) => /^https?:/i.test(part.trim()) && URL.parse(part.trim()) === null);
