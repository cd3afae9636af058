import type { Notice } from '#lib/base/as-of/as-of.ts';
import { m } from '#lib/paraglide/messages.js';

type Inputs = Pick<Notice, 'value' | 'parameter'> & { most: number };

const TEXTS: Record<Notice['problem'], (inputs: Inputs) => string> = {
	not_a_day: m.view_ignored_not_a_day,
	out_of_range: m.view_ignored_out_of_range,
	unknown_value: m.view_ignored_unknown_value,
	not_a_number: m.view_ignored_not_a_number,
	too_long: m.view_ignored_too_long,
	not_a_place: m.coverage_ignored_not_a_place,
	unknown_place: m.coverage_ignored_unknown_place,
	too_many: m.coverage_ignored_too_many
};

/** What was wrong with a parameter of the address, as a sentence. */
export const noticeText = ({ problem, value, parameter, most = 0 }: Notice) =>
	TEXTS[problem]({ value, parameter, most });
