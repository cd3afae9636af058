/** A postcode as people write it, with or without its letters: "1234 AB", "1234ab", "1234". */
const POSTCODE = /(?:^|\s|,)\d{4}(?:\s?[a-z]{2})?(?=$|\s|,)/gi;

export interface Asked {
	/** What may be a place in it, the likeliest first. */
	texts: string[];
	/** Nothing but a postcode, of which no place is known here. */
	onlyPostcode: boolean;
}

/**
 * What somebody typed or heard on the phone, as names of places to look for: of "Dorpsstraat 3, 5401 AB
 * Uden" first all of it, then what stands after the last comma without its postcode.
 */
export function readAsked(asked: string): Asked {
	const whole = tidy(asked.replaceAll(POSTCODE, ' '));
	if (whole === '') return { texts: [], onlyPostcode: true };
	const last = tidy(whole.split(',').at(-1) ?? '');
	return { texts: [...new Set([whole, last])].filter(isName), onlyPostcode: false };
}

/** Signs alone would be the beginning of every name. */
const isName = (text: string) => /\p{L}/u.test(text);

const tidy = (text: string) =>
	text
		.replaceAll(/\s+/g, ' ')
		.replace(/^[\s,]+|[\s,]+$/g, '')
		.trim();
