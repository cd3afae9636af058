import type { Handle } from '@sveltejs/kit';
import { fitText } from '#lib/base/form/fit-text.ts';

/**
 * Makes the texts of the address fit before anything reads them; forms are read by `readFormData`,
 * and headers with a zero byte do not get past node.
 */
export const handleFitText: Handle = ({ event, resolve }) => {
	for (const [name, value] of Object.entries(event.params)) {
		if (value !== undefined) (event.params as Record<string, string>)[name] = fitText(value);
	}
	const { searchParams } = event.url;
	const given = [...searchParams];
	if (given.some((pair) => pair.some((text) => fitText(text) !== text))) {
		for (const [name] of given) searchParams.delete(name);
		for (const [name, value] of given) searchParams.append(fitText(name), fitText(value));
	}
	return resolve(event);
};
