import type { AsOf } from '#lib/as-of/as-of.ts';
import { formatDay, type Day } from '#lib/day/day.ts';
import { formatShare, shareOf } from '#lib/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Headline } from './types.ts';

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
 * Reads the map out from its figures, in plain sentences in the language of the reader: what is open
 * where, against the plan; who is reached; what is still white. On a day in the future it speaks of
 * today, because facts stop there.
 */
export function coverageSentence(input: SentenceInput): string {
	const { headline, asOf, today } = input;
	const past = asOf.validOn < today;
	if (isNothing(headline)) return m.view_list_empty();
	const sentences = [
		openSentence(input, past),
		closedSentence(headline, past),
		peopleSentence(headline, past),
		gapsSentence(headline, past),
		input.selection ? m.view_sentence_selection() : ''
	];
	return sentences.filter(Boolean).join(' ');
}

/** The filters leave nothing at all, so that there are no figures to read out. */
function isNothing({ organisations, municipalities }: Headline): boolean {
	return organisations.total === 0 && municipalities.total === 0;
}

function openSentence(input: SentenceInput, past: boolean): string {
	const { headline, place, asOf, today } = input;
	const open = headline.locations.open;
	const inputs = {
		count: open,
		open,
		date: formatDay(past ? asOf.validOn : today, getLocale()),
		covered: headline.municipalities.covered,
		total: headline.municipalities.total,
		place: place ? m.view_sentence_place({ place }) : ''
	};
	const first = past ? m.view_sentence_open_past(inputs) : m.view_sentence_open_now(inputs);
	const { planned } = headline.locations;
	if (asOf.validOn <= today) return first + againstPlan(open, planned);
	// What is open today cannot be held against what is planned for a day to come.
	return first + m.view_sentence_planned({ planned, date: formatDay(asOf.validOn, getLocale()) });
}

function againstPlan(open: number, planned: number): string {
	if (planned === 0) return m.view_sentence_stop();
	if (open < planned) return m.view_sentence_fewer({ count: planned - open });
	if (open > planned) return m.view_sentence_more({ count: open - planned });
	return m.view_sentence_same();
}

function closedSentence({ locations }: Headline, past: boolean): string {
	const closed = locations.open - locations.accessible;
	if (closed <= 0) return '';
	const inputs = { count: closed, closed };
	return past ? m.view_sentence_closed_past(inputs) : m.view_sentence_closed_now(inputs);
}

function peopleSentence({ inhabitants, municipalities }: Headline, past: boolean): string {
	if (inhabitants.covered === 0) return '';
	const share = formatShare(shareOf(inhabitants.covered, inhabitants.total));
	const inputs = { count: municipalities.covered, share };
	return past ? m.view_sentence_people_past(inputs) : m.view_sentence_people_now(inputs);
}

function gapsSentence({ municipalities, whiteSpots }: Headline, past: boolean): string {
	const gaps = municipalities.total - municipalities.covered;
	if (municipalities.total === 0) return '';
	if (gaps === 0) return past ? m.view_sentence_full_past() : m.view_sentence_full_now();
	const inputs = { count: gaps, gaps };
	const overdue = whiteSpots.plan_overdue;
	const first = past ? m.view_sentence_gaps_past(inputs) : m.view_sentence_gaps_now(inputs);
	if (overdue === 0) return first;
	const second = past
		? m.view_sentence_overdue_past({ overdue })
		: m.view_sentence_overdue_now({ overdue });
	return `${first} ${second}`;
}
