import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inOrder, listErrors, readForm, readReadable } from './read-form.ts';

const schema = z.object({
	email: z.string().min(1, 'missing').includes('@', { error: 'no @' }),
	password: z.string().min(3, { error: () => 'too short' })
});

function formOf(values: Record<string, string | Blob>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) form.set(name, value);
	return form;
}

describe('reading a form', () => {
	it('gives its data when all is well', () => {
		const values = { email: 'a@b', password: 'abc' };
		expect(readForm(schema, formOf(values))).toEqual({ data: values });
	});

	it('gives one sentence per field and everything typed except the password', () => {
		expect(readForm(schema, formOf({ email: '', password: 'x' }))).toEqual({
			values: { email: '' },
			errors: { email: 'missing', password: 'too short' }
		});
	});

	it('reads the fields that are right on their own, when others are not', () => {
		expect(readReadable(schema, formOf({ email: 'a@b', password: 'x' }))).toEqual({ email: 'a@b' });
	});

	it('survives fields that are missing or files', () => {
		const reading = readForm(schema, formOf({ email: new Blob(['x']) }));
		expect(Object.keys(reading)).toEqual(['values', 'errors']);
	});
});

describe('errors for the summary', () => {
	it('stand in the order of the form, those of the whole form first', () => {
		const errors = { town: 'missing', name: 'taken', form: 'gone' };
		expect(Object.keys(inOrder(errors, ['name', 'town']))).toEqual(['form', 'name', 'town']);
	});

	it('point at the ids of the fields', () => {
		expect(listErrors({ name: 'missing' }, 'new-')).toEqual([
			{ id: 'new-name', message: 'missing' }
		]);
		expect(listErrors(undefined)).toEqual([]);
	});
});
