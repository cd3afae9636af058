import { z } from 'zod';
import { LONGEST_NOTE } from '#lib/base/form/text-lengths.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';

const LONGEST_ADDRESS = 2_000;

const text = z.string().trim().optional().default('');

/** A form with evidence; the file in it is read apart. */
export const evidenceForm = z.object({
	milestone: z.string().max(50, { error: () => m.evidence_problem_milestone() }),
	key: z.uuid({ error: () => m.evidence_problem_key() }),
	address: text
		.refine((value) => value.length <= LONGEST_ADDRESS, {
			error: () => m.evidence_problem_address_long({ count: LONGEST_ADDRESS })
		})
		.refine((value) => value === '' || isWebAddress(value), {
			error: () => m.evidence_problem_address()
		})
		.transform((value) => value || null),
	note: text
		.refine((value) => value.length <= LONGEST_NOTE, {
			error: () => m.update_problem_note_too_long()
		})
		.transform((value) => value || null)
});
export type EvidenceForm = z.output<typeof evidenceForm>;

/** A link that a browser follows on the web, without a name and password in it. */
function isWebAddress(value: string): boolean {
	if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
	const { username, password } = new URL(value);
	return username === '' && password === '';
}

/** What is wrong with the form as a whole: a milestone that is not here, or nothing filled in. */
export function wholeErrors(
	{ milestone, address, note }: EvidenceForm,
	hasFile: boolean,
	milestones: readonly string[]
): Errors {
	if (!milestones.includes(milestone)) return { milestone: m.evidence_problem_milestone() };
	if (address === null && note === null && !hasFile) return { file: m.evidence_problem_empty() };
	return {};
}
