/** What a control needs to belong to its label, description and error; spread it on the element. */
export interface ControlAttributes {
	id: string;
	name: string;
	required?: true;
	'aria-describedby'?: string;
	'aria-invalid'?: 'true';
}

/** One option of a select or a group of radio buttons. */
export interface Option {
	value: string;
	label: string;
}

/** An error of a form for `ErrorSummary`: `id` is the id of the control. */
export interface FieldError {
	id: string;
	message: string;
}

/** The ids of the description and the error of the control `id`. */
export function fieldIds(id: string): { description: string; error: string } {
	return { description: `${id}-description`, error: `${id}-error` };
}

/** The attributes of the control `id` with the given texts beside it. */
export function controlAttributes(field: {
	id: string;
	name: string;
	required: boolean;
	description: string | undefined;
	error: string | undefined;
}): ControlAttributes {
	const ids = fieldIds(field.id);
	const describedBy = [field.description ? ids.description : '', field.error ? ids.error : '']
		.filter(Boolean)
		.join(' ');
	return {
		id: field.id,
		name: field.name,
		...(field.required ? { required: true } : {}),
		...(describedBy ? { 'aria-describedby': describedBy } : {}),
		...(field.error ? { 'aria-invalid': 'true' } : {})
	};
}
