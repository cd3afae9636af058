import type { Errors } from '#lib/base/form/read-form.ts';
import { LONGEST_NOTE } from '#lib/base/form/text-lengths.ts';
import { m } from '#lib/paraglide/messages.js';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { stepField } from './step-field.ts';
import { circularSteps, LAST_WEEK, OWNERS, type Owner, type Step } from './template.ts';

const LONGEST_STEP_NAME = 200;
const LONGEST_EVIDENCE = 300;

export type TemplateReading =
	{ steps: Step[]; note: string; errors?: never } | { errors: Errors; steps?: never; note?: never };

/** The steps of a version as they were filled in, in the order of `codes`; or everything that is wrong. */
export function readTemplateForm(form: FormData, codes: readonly string[]): TemplateReading {
	const errors: Errors = {};
	const steps = codes.map((code) => readStep(form, code, codes, errors));
	const note = textOf(form, 'note');
	if (note === '') errors.note = m.template_problem_note();
	if (note.length > LONGEST_NOTE) errors.note = m.update_problem_note_too_long();
	for (const code of circularSteps(steps)) {
		errors[stepField('after', code)] ??= m.template_problem_circular({
			step: milestoneLabel(code)
		});
	}
	return Object.keys(errors).length > 0 ? { errors } : { steps, note };
}

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

function readStep(form: FormData, code: string, codes: readonly string[], errors: Errors): Step {
	const text = (field: Parameters<typeof stepField>[0], most: number): string | null => {
		const name = stepField(field, code);
		const typed = textOf(form, name);
		if (typed.length > most) errors[name] = m.template_problem_long({ count: most });
		return typed === '' ? null : typed;
	};
	const nameNl = text('nameNl', LONGEST_STEP_NAME);
	const nameEn = text('nameEn', LONGEST_STEP_NAME);
	if ((nameNl === null) !== (nameEn === null)) {
		errors[stepField(nameNl === null ? 'nameNl' : 'nameEn', code)] = m.template_problem_both();
	}
	const known = (field: 'owner' | 'after', words: readonly string[]) =>
		form.getAll(stepField(field, code)).flatMap((one) => words.find((word) => word === one) ?? []);
	return {
		...{ milestoneCode: code, nameNl, nameEn, offsetWeeks: readWeeks(form, code, errors) },
		owners: known('owner', OWNERS) as Owner[],
		evidenceNl: text('evidenceNl', LONGEST_EVIDENCE),
		evidenceEn: text('evidenceEn', LONGEST_EVIDENCE),
		dependsOn: known('after', codes),
		notApplicableAllowed: form.get(stepField('spare', code)) === 'yes'
	};
}

/** Weeks after the application; left empty the step is not planned. */
function readWeeks(form: FormData, code: string, errors: Errors): number | null {
	const name = stepField('weeks', code);
	const typed = textOf(form, name);
	if (typed === '') {
		if (code === 'opening') errors[name] = m.template_problem_opening();
		return null;
	}
	const weeks = /^\d{1,3}$/.test(typed) ? Number(typed) : Infinity;
	if (weeks > LAST_WEEK) errors[name] = m.template_problem_weeks({ count: LAST_WEEK });
	return weeks;
}
