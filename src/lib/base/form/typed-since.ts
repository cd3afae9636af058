type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody typed or ticked in forms that only ask, by field; since the last navigation. */
const typed = new Map<Field, { value: string } | { checked: boolean }>();

/** For every `input` event of the document; only forms that ask, for others are not refreshed once touched. */
export function noteTyped(target: EventTarget | null): void {
	// Only fields, and elements without a form, are told of by this event.
	const field = target as Field | null;
	if (field?.form?.method !== 'get') return;
	const isBox = 'checked' in field && /^(checkbox|radio)$/.test(field.type);
	typed.set(field, isBox ? { checked: field.checked } : { value: field.value });
}

/** For every navigation: what the fields then say comes from the new address. */
export const forgetTyped = (): void => typed.clear();

/**
 * After the page was refreshed by itself: the first time that its data come again, Svelte puts the
 * fields that the server had filled back to what it had sent.
 */
export function putBackTyped(): void {
	for (const [field, state] of typed) Object.assign(field, state);
}
