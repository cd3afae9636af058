import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { MAX_LABEL_LENGTH } from './label-length.ts';

const label = (missing: () => string) =>
	z
		.string({ error: missing })
		.trim()
		.min(1, { error: missing })
		.max(MAX_LABEL_LENGTH, {
			error: () => m.account_reason_label_too_long({ count: MAX_LABEL_LENGTH })
		});

/** A choice between two radio buttons; `yes` is the value that means true. */
const choice = (yes: string, no: string) =>
	z
		.enum([yes, no], { error: () => m.account_reason_choice_missing() })
		.transform((value) => value === yes);

/** What the programme manager fills in about a reason. */
export const reasonForm = z.object({
	labelNl: label(() => m.account_reason_label_nl_missing()),
	labelEn: label(() => m.account_reason_label_en_missing()),
	external: choice('external', 'own'),
	active: choice('active', 'inactive')
});

export type ReasonInput = z.infer<typeof reasonForm>;

/** The code of a new reason, made from its Dutch label: letters, digits and underscores. */
export function reasonCode(labelNl: string, taken: ReadonlySet<string>): string {
	const plain = labelNl.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const base =
		plain
			.replace(/[^a-z0-9]+/g, '_')
			.replace(/^_|_$/g, '')
			.slice(0, 40) || 'reden';
	const code = base.replace(/_$/, '');
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? code : `${code}_${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}
