import { error, isHttpError } from '@sveltejs/kit';
import { fitText } from '#lib/base/form/fit-text.ts';
import { m } from '#lib/paraglide/messages.js';

/** Names that mean something else to objects, and that no form of ours has. */
const NO_NAME = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The form that was posted, with every text fit to be kept ({@link fitText}); files are as they came.
 * The only way in which the product reads a form. 400 for a body that is no form.
 */
export async function readFormData(request: Request): Promise<FormData> {
	const form = await request.formData().catch((cause: unknown) => {
		// Too large, or broken off: that says so itself.
		if (!(cause instanceof TypeError)) throw cause;
		return error(400, m.common_error_broken_form());
	});
	const fit = new FormData();
	for (const [name, value] of form) {
		if (!NO_NAME.has(name)) fit.append(fitText(name), asItIs(value));
	}
	return fit;
}

/** As {@link readFormData}, for a form with a file; null when that is larger than the server takes. */
export async function readFormWithFile(request: Request): Promise<FormData | null> {
	return readFormData(request).catch((cause: unknown) => {
		if (isTooLarge(cause)) return null;
		throw cause;
	});
}

const isTooLarge = (cause: unknown) =>
	isHttpError(cause, 413) || (cause instanceof Error && 'status' in cause && cause.status === 413);

const asItIs = (value: FormDataEntryValue) => (typeof value === 'string' ? fitText(value) : value);
