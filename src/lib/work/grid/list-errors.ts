import type { FieldError } from '#lib/base/components/field.ts';
import { listErrors } from '#lib/base/form/read-form.ts';
import { cellField } from './field-name.ts';
import type { GridFormState } from './types.ts';

/** Where the table begins on its page. */
export const TABLE_ID = 'rijen';

/**
 * What is wrong, each with the cell that it is about. What is wrong beside the table is told once,
 * not of every cell; of a cell on another page (not `shown`) there is only its name.
 */
export function listGridErrors(
	{ fieldErrors, errors, labels }: Pick<GridFormState, 'fieldErrors' | 'errors' | 'labels'>,
	shown: ReadonlySet<string>
): FieldError[] {
	const beside = listErrors(fieldErrors);
	const told = new Set(beside.map(({ message }) => message));
	return [
		...beside.map(({ id, message }) => ({ id: id === 'form' ? TABLE_ID : id, message })),
		...Object.entries(errors).flatMap(([key, message]) =>
			told.has(message)
				? []
				: [
						{
							id: shown.has(key) ? cellField(key) : TABLE_ID,
							message: `${labels[key] ?? ''}: ${message}`
						}
					]
		)
	];
}
