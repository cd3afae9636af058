type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether somebody changed the field since the page of the server came. */
function isChanged(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
		return field.value !== (chosen?.value ?? '');
	}
	const isText = !['hidden', 'checkbox', 'radio', 'file', 'range'].includes(field.type);
	return isText && field.value !== field.defaultValue;
}

/**
 * On a slow network somebody types before the scripts of the page are there, and taking over a page
 * puts fields back to what the server sent. Call this before that; what it returns puts back what
 * was typed, and is for after.
 */
export function rememberTyped(page: Document): () => void {
	const fields = [...page.querySelectorAll<Field>('input, textarea, select')];
	const typed = fields.filter(isChanged).map((field) => ({ field, value: field.value }));
	return () => {
		for (const { field, value } of typed) {
			if (!field.isConnected || field.value === value) continue;
			field.value = value;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
	};
}
