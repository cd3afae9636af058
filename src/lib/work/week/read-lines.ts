import type { Day } from '#lib/base/day/day.ts';
import { lineKeyField, readKey } from '#lib/work/offline/sent.ts';
import { readForm, readReadable, type Errors } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import { ANSWERS, type Answer } from './answer.ts';
import { readLineKey, type LineSubject } from '#lib/work/update/line-key.ts';
import { fieldName, type LineField } from './field-name.ts';

/** One answered line, as far as its form could be read. */
export interface ReadLine extends LineSubject {
	key: string;
	answer: Answer;
	values: ActValues;
	/** The questions that stood in the line, and what was said in answer to them. */
	inquiryIds: number[];
	reply: string;
	/** By which the server knows the line when it comes again; null without script. */
	entryKey: string | null;
	/** What "today" was when it was answered, when it had to wait since. */
	on?: Day;
	/** What could not be read, by the name of the field without its line. */
	errors: Errors;
}

/** Lines that one form can have; a page of the list has far fewer. */
export const MOST_LINES = 500;

/** The fields that an answer has; what was filled in for another answer is left alone. */
export const FIELDS_OF: Record<Answer, readonly LineField[]> = {
	achieve: ['effectiveOn', 'openingForm', 'note'],
	reopen: ['effectiveOn', 'note'],
	plan: ['targetOn', 'reason', 'note'],
	confirm: [],
	not_applicable: ['note'],
	reply: ['reply']
};

const isAnswer = (text: string): text is Answer => (ANSWERS as readonly string[]).includes(text);

/**
 * The lines of a form that were answered, in the order of the form. `unreadable` counts what no page of
 * ours can have sent.
 */
export function readLines(form: FormData): { lines: ReadLine[]; unreadable: number } {
	const lines = new Map<string, ReadLine>();
	let unreadable = 0;
	for (const [name, answer] of form) {
		if (!name.startsWith('answer.') || answer === '') continue;
		const key = name.slice('answer.'.length);
		const subject = readLineKey(key);
		if (subject && typeof answer === 'string' && isAnswer(answer) && lines.size < MOST_LINES) {
			const asked = {
				inquiryIds: text(form, fieldName('asked', key))
					.split(' ')
					.flatMap((id) => readId(id) ?? []),
				reply: text(form, fieldName('reply', key)).trim(),
				entryKey: readKey(form.get(lineKeyField(key)))
			};
			const read = readFields(form, key, answer, subject);
			lines.set(key, { ...subject, key, answer, ...asked, ...read });
		} else unreadable += 1;
	}
	return { lines: [...lines.values()], unreadable };
}

function readFields(
	form: FormData,
	key: string,
	answer: Answer,
	{ milestoneCode }: LineSubject
): Pick<ReadLine, 'values' | 'errors'> {
	const own = new FormData();
	own.set('milestone', milestoneCode);
	own.set('madeOn', text(form, 'madeOn'));
	own.set('basedOn', text(form, fieldName('basedOn', key)));
	own.set('pastMeant', text(form, fieldName('pastMeant', key)));
	for (const field of FIELDS_OF[answer])
		if (field !== 'reply') own.set(field, text(form, fieldName(field, key)));
	const { data, errors } = readForm(actForm, own);
	if (data) return { values: data, errors: {} };
	return { values: { ...actForm.parse({}), ...readReadable(actForm, own) }, errors };
}

/** Lines that were answered on an earlier day, and left the day open or meant that one. */
export const answeredOn = (lines: readonly ReadLine[], on: Day): ReadLine[] =>
	lines.map((line) => ({
		...line,
		on,
		values: { ...line.values, effectiveOn: line.values.effectiveOn ?? on }
	}));

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
