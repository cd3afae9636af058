import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { OpeningForm } from '#lib/ledger/event/event.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { fieldsOf, type FieldStanding, type LookedOpening, type LookField } from './second-look.ts';

type Language = 'nl' | 'en';
type Said = Pick<LookedOpening, 'openedOn' | 'precision' | 'form'>;

const FIELDS = { day: m.second_look_field_day, form: m.second_look_field_form };
const FORMS: Record<OpeningForm, typeof m.update_opening_full> = {
	volledig: m.update_opening_full,
	kleinschalig: m.update_opening_small
};

export const lookFieldLabel = (field: LookField): string => FIELDS[field]();

/** What an opening says in a field: "24 juni 2021" or "Volledig". */
export function fieldValue(
	{ openedOn, precision, form }: Said,
	field: LookField,
	locale: Language = getLocale()
): string {
	if (field === 'day') return formatPreciseDay(openedOn, precision, locale);
	return form === null ? '–' : FORMS[form]({}, { locale });
}

/** What the adviser is asked about what was returned; in Dutch, as all that is typed. */
export function questionText(
	opening: Said,
	returned: readonly { field: LookField; reason: string }[]
): string {
	const locale = 'nl';
	const asks = { day: m.second_look_question_day, form: m.second_look_question_form };
	return returned
		.map(({ field, reason }) =>
			asks[field]({ value: fieldValue(opening, field, locale), reason }, { locale })
		)
		.join('\n');
}

/** How a field stands, and who said so when. */
export function standingText({ state, look }: FieldStanding): string {
	const by = look ? { by: look.by, on: formatDay(look.on, getLocale()) } : { by: '', on: '' };
	switch (state) {
		case 'unseen':
			return m.second_look_state_unseen();
		case 'approved':
			return m.second_look_state_approved(by);
		case 'returned':
			return m.second_look_state_returned(by);
		case 'answered':
			return m.second_look_state_answered(by);
	}
}

/** What whoever writes for a location is told of its opening; null when there is nothing to tell. */
export function flagText(opening: LookedOpening): string | null {
	const states = fieldsOf(opening).map(({ state }) => state);
	// What she has to do comes before what she waits for.
	if (states.includes('returned')) return m.second_look_flag_returned();
	if (states.every((state) => state === 'approved')) return null;
	const seen = states.some((state) => state !== 'unseen');
	return seen ? m.second_look_flag_again() : m.second_look_flag();
}

/** What was decided about a province, by whom and when. */
export function ruleText(rule: {
	kind: 'asked' | 'not_asked';
	fromOn: Day | null;
	recordedOn: Day;
	author: string;
}): string {
	const locale = getLocale();
	const by = { author: rule.author, on: formatDay(rule.recordedOn, locale) };
	if (rule.kind === 'not_asked' || rule.fromOn === null) return m.second_look_rule_ended(by);
	return m.second_look_rule_asked({ ...by, from: formatDay(rule.fromOn, locale) });
}
