const made = new Map<string, Intl.DateTimeFormat>();

/**
 * The formatter of days or moments with these options, in the language of a reader. Each is made once:
 * making one costs more than using it, and a page writes hundreds of days.
 */
export function formatterOf(
	locale: string,
	options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
	const language = locale === 'en' ? 'en-GB' : 'nl-NL';
	const key = `${language} ${JSON.stringify(options)}`;
	const known = made.get(key);
	if (known) return known;
	const formatter = new Intl.DateTimeFormat(language, options);
	made.set(key, formatter);
	return formatter;
}
