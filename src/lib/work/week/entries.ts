import { ENTRY_VERSION, type Entry } from '#lib/work/offline/entry.ts';
import { lineKeyField } from '#lib/work/offline/sent.ts';
import { typedDay } from '#lib/work/update/typed-day.ts';
import type { Answer } from './answer.ts';
import { fieldName } from './field-name.ts';

const ANSWER = fieldName('answer', '');

/** The lines of a form that were answered. */
export const answeredLines = (form: FormData): string[] =>
	[...form].flatMap(([name, value]) =>
		name.startsWith(ANSWER) && value !== '' ? [name.slice(ANSWER.length)] : []
	);

/** Gives each answered line the key by which the server knows it when it comes again. */
export function giveKeys(form: FormData): void {
	for (const line of answeredLines(form)) form.set(lineKeyField(line), crypto.randomUUID());
}

/** What an answer says beside its name: the day or the words that were filled in for it. */
function detailOf(form: FormData, line: string): string {
	const answer = form.get(fieldName('answer', line)) as Answer;
	const field = (
		{ achieve: 'effectiveOn', reopen: 'effectiveOn', plan: 'targetOn', reply: 'reply' } as const
	)[answer as 'achieve'];
	const typed = field ? String(form.get(fieldName(field, line)) ?? '') : '';
	return answer === 'reply' ? typed.trim() : typedDay(typed);
}

/**
 * The answered lines of a form that could not be sent, as entries that go one by one; `nameOf` says what
 * a line is about and `labelOf` what its answer is called.
 */
export function entriesOf(
	form: FormData,
	action: string,
	madeAt: Date,
	say: { nameOf: (line: string) => string; labelOf: (answer: Answer, line: string) => string }
): Entry[] {
	const texts = [...form].filter(
		(field): field is [string, string] => typeof field[1] === 'string'
	);
	return answeredLines(form).map((line) => {
		const answer = form.get(fieldName('answer', line)) as Answer;
		const label = [say.labelOf(answer, line), detailOf(form, line)].filter(Boolean).join(' ');
		return {
			v: ENTRY_VERSION,
			key: String(form.get(lineKeyField(line))),
			action,
			fields: texts.filter(([name]) => name === 'madeOn' || name.endsWith(`.${line}`)),
			madeAt: madeAt.toISOString(),
			about: line,
			label: `${say.nameOf(line)}: ${label}`,
			refused: null
		};
	});
}
