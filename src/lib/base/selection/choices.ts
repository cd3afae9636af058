import type { Notice } from '#lib/base/as-of/as-of.ts';

/** Words in an address and what they mean. */
export type Choices<T> = ReadonlyMap<string, T>;

/** From `{ meaning: word }` to the words that can be read. */
export function invertChoices<T extends string>(words: Record<T, string>): Choices<T> {
	const meanings = Object.keys(words) as T[];
	return new Map(meanings.map((meaning) => [words[meaning], meaning]));
}

/** One word of an address, or null when it is absent or (with a notice) unknown. */
export function readChoice<T>(
	params: URLSearchParams,
	parameter: string,
	choices: Choices<T>,
	notices: Notice[],
	normalise: (word: string) => string = (word) => word
): T | null {
	const word = params.get(parameter)?.trim();
	if (!word) return null;
	const meaning = choices.get(normalise(word.toLowerCase()));
	if (meaning === undefined) notices.push(unknownValue(parameter, word));
	return meaning ?? null;
}

/** Several words, repeated (`a=1&a=2`, as checkboxes send) or separated by commas. */
export function readChoices<T>(
	params: URLSearchParams,
	parameter: string,
	choices: Choices<T>,
	notices: Notice[]
): T[] {
	const words = params.getAll(parameter).flatMap((value) => value.split(','));
	const meanings = new Set<T>();
	const unknown = new Set<string>();
	for (const word of words.map((value) => value.trim()).filter(Boolean)) {
		const meaning = choices.get(word.toLowerCase());
		if (meaning === undefined) unknown.add(word);
		else meanings.add(meaning);
	}
	// A few are enough to show what went wrong, however long the address is.
	for (const word of [...unknown].slice(0, 3)) notices.push(unknownValue(parameter, word));
	return [...meanings];
}

function unknownValue(parameter: string, value: string): Notice {
	return { parameter, value: value.slice(0, 40).toWellFormed(), problem: 'unknown_value' };
}
