import { z } from 'zod';
import type { FieldError } from '#lib/base/components/field.ts';

/** What was typed, by the name of the field; never a password. */
export type Values = Record<string, string>;

/** The first thing that is wrong with each field, in the order of the form. */
export type Errors = Record<string, string>;

export type FormReading<T> =
	{ data: T; values?: never; errors?: never } | { data?: never; values: Values; errors: Errors };

const SECRET = /password/i;

/** The texts of a form as typed, to show them again; files and passwords are left out. */
export function typedValues(form: FormData): Values {
	const texts = [...form].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !SECRET.test(entry[0])
	);
	return Object.fromEntries(texts);
}

/**
 * A posted form read by a schema of an object: its data, or everything that was typed together with
 * one sentence per wrong field. The schema's messages are functions, so that they come in the
 * language of the request.
 */
export function readForm<T>(schema: z.ZodType<T>, form: FormData): FormReading<T> {
	const parsed = schema.safeParse(Object.fromEntries(form));
	if (parsed.success) return { data: parsed.data };
	const errors: Errors = {};
	for (const { path, message } of parsed.error.issues)
		errors[String(path[0] ?? 'form')] ??= message;
	return { values: typedValues(form), errors };
}

/** The fields of a form that can be read on their own, when others cannot: for telling all errors at once. */
export function readReadable<S extends z.ZodRawShape>(
	schema: z.ZodObject<S>,
	form: FormData
): Partial<z.output<z.ZodObject<S>>> {
	const typed = Object.fromEntries(form);
	const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
		const read = z.safeParse(field, typed[name]);
		return read.success ? [[name, read.data] as const] : [];
	});
	// Each value was read by the schema of its own field.
	return Object.fromEntries(fields) as Partial<z.output<z.ZodObject<S>>>;
}

/** The same errors as their fields stand in the form; those of the form as a whole come first. */
export function inOrder(errors: Errors, fields: readonly string[]): Errors {
	const at = (field: string) => fields.indexOf(field);
	return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => at(a) - at(b)));
}

/** The errors for `ErrorSummary`; the ids of the fields are their names behind `prefix`. */
export function listErrors(errors: Errors | undefined, prefix = ''): FieldError[] {
	return Object.entries(errors ?? {}).map(([name, message]) => ({ id: prefix + name, message }));
}
