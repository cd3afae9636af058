type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isBox = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** Whether somebody changed the field since the page of the server came. */
function isChanged(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
		return field.value !== (chosen?.value ?? '');
	}
	if (isBox(field)) return field.checked !== field.defaultChecked;
	const isText = !['hidden', 'file', 'range'].includes(field.type);
	return isText && field.value !== field.defaultValue;
}

const stateOf = (field: Field) => (isBox(field) ? field.checked : field.value);

/**
 * On a slow network somebody types or ticks before the scripts of the page are there, and taking
 * over a page puts fields back to what the server sent. Call this before that; what it returns puts
 * back what was typed, and is for after.
 */
export function rememberTyped(page: Document): () => void {
	const fields = [...page.querySelectorAll<Field>('input, textarea, select')];
	const typed = fields.filter(isChanged).map((field) => ({ field, value: stateOf(field) }));
	return () => {
		for (const { field, value } of typed) {
			if (!field.isConnected || stateOf(field) === value) continue;
			if (isBox(field)) field.checked = value === true;
			else field.value = String(value);
			field.dispatchEvent(new Event(isBox(field) ? 'change' : 'input', { bubbles: true }));
		}
	};
}
