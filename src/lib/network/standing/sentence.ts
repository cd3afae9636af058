import { factDayOf, type AsOf } from '#lib/base/as-of/as-of.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { onlineNow, type Headline } from './types.ts';
import { isNothing } from './is-nothing.ts';

export interface SentenceInput {
	headline: Headline;
	asOf: AsOf;
	today: Day;
	/** Name of the province that is shown; null for the country. */
	place: string | null;
	/** True when filters other than the province leave something out. */
	selection: boolean;
}

/**
 * Reads the map out from its figures in the language of the reader, one fact a sentence, each number
 * beside what it counts: what is open; the plan; what is closed or online only for a while; who is reached; what is still
 * white. On a day in the future it speaks of today, because facts stop there.
 */
export function coverageSentence(input: SentenceInput): string {
	const { headline, asOf, today } = input;
	const past = asOf.validOn < today;
	if (isNothing(headline)) return m.view_list_empty();
	const sentences = [
		knownSentence(asOf, today),
		openSentence(input, past),
		planSentence(input),
		closedSentence(headline, past),
		onlineSentence(headline, past),
		coveredSentence(headline, past),
		peopleSentence(headline, past),
		gapsSentence(headline, past),
		overdueSentence(headline, past),
		input.selection ? m.view_sentence_selection() : ''
	];
	return sentences.filter(Boolean).join(' ');
}

/** A day after the last that is known is told with what was known: nobody could say that it was so. */
function knownSentence(asOf: AsOf, today: Day): string {
	const { knownOn } = asOf;
	if (knownOn === null || knownOn >= factDayOf(asOf, today)) return '';
	return m.view_sentence_known({ known: inWords(knownOn) });
}

function openSentence({ headline, place, asOf, today }: SentenceInput, past: boolean): string {
	const { open } = headline.locations;
	const inputs = {
		count: open,
		open,
		date: inWords(past ? asOf.validOn : today),
		place: place ? m.view_sentence_place({ place }) : ''
	};
	return past ? m.view_sentence_open_past(inputs) : m.view_sentence_open_now(inputs);
}

const inWords = (day: Day) => formatDay(day, getLocale());

function closedSentence({ locations }: Headline, past: boolean): string {
	const { temporarilyClosed: closed, open } = locations;
	if (closed === 0) return '';
	const inputs = { count: closed, closed, open };
	return past ? m.view_sentence_closed_past(inputs) : m.view_sentence_closed_now(inputs);
}

/** What was opened and helps people online only for now is not closed, and not accessible either. */
function onlineSentence({ locations }: Headline, past: boolean): string {
	const online = onlineNow(locations);
	if (online === 0) return '';
	const inputs = { count: online, online, open: locations.open };
	return past ? m.view_sentence_online_past(inputs) : m.view_sentence_online_now(inputs);
}

/** What is open today is not held against what is planned for a day to come. */
function planSentence({ headline, asOf, today }: SentenceInput): string {
	const { open, planned } = headline.locations;
	if (asOf.validOn > today)
		return m.view_sentence_planned({ count: planned, planned, date: inWords(asOf.validOn) });
	if (planned === 0) return '';
	if (open < planned) return m.view_sentence_fewer({ count: planned - open });
	if (open > planned) return m.view_sentence_more({ count: open - planned });
	return m.view_sentence_same();
}

function coveredSentence({ municipalities: { covered, total } }: Headline, past: boolean): string {
	if (total > 0 && covered === total) {
		const inputs = { count: total };
		return past ? m.view_sentence_full_past(inputs) : m.view_sentence_full_now(inputs);
	}
	if (covered === 0) return '';
	const inputs = { count: covered, covered, total };
	return past ? m.view_sentence_covered_past(inputs) : m.view_sentence_covered_now(inputs);
}

function peopleSentence({ inhabitants, municipalities }: Headline, past: boolean): string {
	// Of one municipality the sentence before says it of all its inhabitants.
	if (inhabitants.covered === 0 || municipalities.total === 1) return '';
	const share = formatShare(shareOf(inhabitants.covered, inhabitants.total));
	const inputs = { count: municipalities.covered, share };
	return past ? m.view_sentence_people_past(inputs) : m.view_sentence_people_now(inputs);
}

function gapsSentence({ municipalities }: Headline, past: boolean): string {
	const gaps = municipalities.total - municipalities.covered;
	if (gaps === 0) return '';
	const inputs = { count: gaps, gaps };
	return past ? m.view_sentence_gaps_past(inputs) : m.view_sentence_gaps_now(inputs);
}

function overdueSentence({ whiteSpots }: Headline, past: boolean): string {
	const overdue = whiteSpots.plan_overdue;
	if (overdue === 0) return '';
	return past
		? m.view_sentence_overdue_past({ overdue })
		: m.view_sentence_overdue_now({ overdue });
}
