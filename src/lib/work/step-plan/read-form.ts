import { readLines, type ReadLine } from '#lib/work/week/read-lines.ts';

/** Typed once, for all lines. */
const SHARED = ['reason', 'note', 'pastMeant'] as const;

/**
 * The chosen lines of a step plan; null for what no page of ours can have sent. Its lines are read as
 * those of the week: a ticked line is one that is answered with a new day.
 */
export function readStepPlanForm(form: FormData): ReadLine[] | null {
	const spread = new FormData();
	for (const [name, value] of form) {
		spread.append(name, value);
		if (!name.startsWith('answer.')) continue;
		for (const field of SHARED) {
			const text = form.get(field);
			if (text !== null) spread.set(`${field}.${name.slice('answer.'.length)}`, text);
		}
	}
	const { lines, unreadable } = readLines(spread);
	const onlyPlans = lines.every(({ answer }) => answer === 'plan');
	return unreadable === 0 && onlyPlans ? lines : null;
}
