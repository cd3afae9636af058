import { formatterOf } from '#lib/base/day/formatter.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { OPERATION, RECORD } from '#lib/ledger/milestone/milestone.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { PUBLIC_SOURCES } from './author.ts';
import type { HistoryEntry, Statement } from './history-entry.ts';

export type Language = 'nl' | 'en';

/** The office that needs no "adviser of": it is not a support institute. */
const NATIONAL_OFFICE = 'KB';

/** Who recorded something: "Adviseur van Rijnbrink" for the public, "Anna Bos (Rijnbrink)" for colleagues. */
export function authorText(
	{ organisation, person }: Pick<HistoryEntry, 'organisation' | 'person'>,
	locale: Language
): string {
	if (person !== null) return `${person} (${organisation})`;
	if (organisation === NATIONAL_OFFICE) return organisation;
	if (organisation === PUBLIC_SOURCES) return m.update_history_public_sources({}, { locale });
	return m.update_history_adviser({ organisation }, { locale });
}

/**
 * An entry of a history as sentences: who did what, what it was before, and why. Notes are not in
 * it; they stand below. `showSubject` names the library or location when a list has several.
 */
export function historySentence(
	entry: HistoryEntry,
	{ locale, showSubject = false }: { locale: Language; showSubject?: boolean }
): string {
	const who = authorText(entry, locale);
	const what = subjectText(entry, showSubject, locale);
	const sentences = [mainSentence(entry, who, what, locale)];
	if (entry.reason) {
		sentences.push(m.update_history_reason({ reason: entry.reason[locale] }, { locale }));
	} else if (isReplan(entry)) {
		sentences.push(m.update_history_no_reason({}, { locale }));
	}
	if (entry.loadedOn !== null) {
		const on = formatDay(entry.loadedOn, locale);
		sentences.push(m.update_history_loaded({ on }, { locale }));
	}
	return sentences.join(' ');
}

/** The day and the time of recording, in the Netherlands: "31 januari 2022, 10:05". */
export function recordedText({ recordedAt }: { recordedAt: string }, locale: Language): string {
	return formatterOf(locale, {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Amsterdam'
	}).format(new Date(recordedAt));
}

function isReplan({ kind, before, corrected, targetOn }: HistoryEntry): boolean {
	return kind === 'planned' && !corrected && before !== null && before.targetOn !== targetOn;
}

function subjectText(entry: HistoryEntry, showSubject: boolean, locale: Language): string {
	const { milestoneCode, subject } = entry;
	if (milestoneCode === OPERATION || milestoneCode === RECORD) return subject.name;
	const name = milestoneName(milestoneCode, locale);
	return showSubject ? m.update_history_what({ name, subject: subject.name }, { locale }) : name;
}

/** The name of the milestone between quotation marks. */
function milestoneName(code: string, locale: Language): string {
	return m.update_history_quoted({ name: milestoneLabel(code, locale) }, { locale });
}

function mainSentence(entry: HistoryEntry, who: string, what: string, locale: Language): string {
	const { corrected } = entry;
	if (entry.kind === 'undone') {
		const said = corrected ? statementText(corrected, entry.milestoneCode, locale) : '';
		return m.update_history_undone({ who, what, said }, { locale });
	}
	if (corrected?.kind === 'undone') {
		const said = statementText(entry, entry.milestoneCode, locale);
		return m.update_history_restored({ who, what, said }, { locale });
	}
	if (corrected) {
		const was = statementText(corrected, entry.milestoneCode, locale);
		const is = statementText(entry, entry.milestoneCode, locale);
		return m.update_history_corrected({ who, what, was, is }, { locale });
	}
	return plainSentence(entry, who, what, locale);
}

function plainSentence(entry: HistoryEntry, who: string, what: string, locale: Language): string {
	const { kind, before, targetOn } = entry;
	const on = dayText(entry, locale);
	const was = before ? dayText(before, locale) : '';
	const moved = before?.targetOn != null && before.targetOn !== targetOn;
	const inputs = { who, what, on, was };
	switch (kind) {
		case 'planned':
			return moved
				? m.update_history_replanned(inputs, { locale })
				: m.update_history_planned(inputs, { locale });
		case 'forecast':
			return moved
				? m.update_history_forecast_moved(inputs, { locale })
				: m.update_history_forecast(inputs, { locale });
		case 'plan_withdrawn':
			return before?.targetOn
				? m.update_history_plan_withdrawn_from(inputs, { locale })
				: m.update_history_plan_withdrawn(inputs, { locale });
		case 'achieved':
			return achievedSentence(entry, inputs, locale);
		case 'temporarily_closed':
			return targetOn === null
				? m.update_history_temporarily_closed(inputs, { locale })
				: m.update_history_temporarily_closed_until(
						{ ...inputs, until: formatDay(targetOn, locale) },
						{ locale }
					);
		default:
			return SENTENCES[kind](inputs, { locale });
	}
}

type Sentence = (
	inputs: { who: string; what: string; on: string },
	options: { locale: Language }
) => string;

const SENTENCES: Record<
	Exclude<
		Statement['kind'],
		'planned' | 'forecast' | 'plan_withdrawn' | 'achieved' | 'temporarily_closed'
	>,
	Sentence
> = {
	forecast_withdrawn: m.update_history_forecast_withdrawn,
	not_applicable: m.update_history_not_applicable,
	on_hold: m.update_history_on_hold,
	resumed: m.update_history_resumed,
	online_only: m.update_history_online_only,
	reopened: m.update_history_reopened,
	permanently_closed: m.update_history_permanently_closed,
	confirmed: m.update_history_confirmed,
	undone: ({ who }) => who
};

function achievedSentence(
	{ datePrecision, openingForm }: HistoryEntry,
	inputs: { who: string; what: string; on: string },
	locale: Language
): string {
	const precise = datePrecision === 'day';
	if (openingForm === 'kleinschalig') {
		return precise
			? m.update_history_opened_small(inputs, { locale })
			: m.update_history_opened_small_in(inputs, { locale });
	}
	return precise
		? m.update_history_achieved(inputs, { locale })
		: m.update_history_achieved_in(inputs, { locale });
}

/** The day of a statement, no more exactly than it is known. */
function dayText(statement: Statement, locale: Language): string {
	if (statement.targetOn && statement.kind !== 'temporarily_closed')
		return formatDay(statement.targetOn, locale);
	return formatPreciseDay(statement.effectiveOn, statement.datePrecision, locale);
}

/** What a statement says, without who: "gepland op 1 juni 2021". */
export function statementText(
	statement: Statement,
	milestoneCode: string,
	locale: Language
): string {
	const on = dayText(statement, locale);
	const inputs = { on };
	const options = { locale };
	switch (statement.kind) {
		case 'planned':
			return m.update_said_planned(inputs, options);
		case 'forecast':
			return m.update_said_forecast(inputs, options);
		case 'achieved':
			return achievedText(statement, milestoneCode, on, options);
		case 'temporarily_closed':
			return closedText(statement, locale);
		default:
			return SAID[statement.kind](inputs, options);
	}
}

/** A closure, with the day on which it is expected to end or that nobody knows that. */
export function closedText(
	{ effectiveOn, targetOn }: Pick<Statement, 'effectiveOn' | 'targetOn'>,
	locale: Language
): string {
	const on = formatDay(effectiveOn, locale);
	if (targetOn === null) return m.update_said_temporarily_closed({ on }, { locale });
	const until = formatDay(targetOn, locale);
	return m.update_said_temporarily_closed_until({ on, until }, { locale });
}

/** A day is reached *on*, a month or a year *in*. */
function achievedText(
	{ openingForm, datePrecision }: Statement,
	milestoneCode: string,
	on: string,
	options: { locale: Language }
): string {
	const precise = datePrecision === 'day';
	if (openingForm === 'kleinschalig') {
		const said = precise ? m.update_said_opened_small : m.update_said_opened_small_in;
		return said({ on }, options);
	}
	if (milestoneCode === 'opening') {
		return (precise ? m.update_said_opened : m.update_said_opened_in)({ on }, options);
	}
	return (precise ? m.update_said_achieved : m.update_said_achieved_in)({ on }, options);
}

const SAID: Record<
	Exclude<Statement['kind'], 'planned' | 'forecast' | 'achieved' | 'temporarily_closed'>,
	(inputs: { on: string }, options: { locale: Language }) => string
> = {
	plan_withdrawn: m.update_said_plan_withdrawn,
	forecast_withdrawn: m.update_said_forecast_withdrawn,
	not_applicable: m.update_said_not_applicable,
	on_hold: m.update_said_on_hold,
	resumed: m.update_said_resumed,
	online_only: m.update_said_online_only,
	reopened: m.update_said_reopened,
	permanently_closed: m.update_said_permanently_closed,
	confirmed: m.update_said_confirmed,
	undone: m.update_said_undone
};
