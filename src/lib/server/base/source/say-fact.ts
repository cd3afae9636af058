import { getLocale } from '#lib/paraglide/runtime.js';
import dutch from './dutch-facts.json' with { type: 'json' };

/**
 * Facts are kept with the words in which they were written down, in English. A Dutch page says them in
 * Dutch; names and addresses are the same in both.
 */
const DUTCH = new Map(Object.entries<string>(dutch));

/** A description, unit or note in the language of the reader. */
export function sayFact(text: string): string {
	return (getLocale() === 'nl' ? DUTCH.get(text) : undefined) ?? text;
}

/** A source in the language of the reader: addresses and words, separated by " ; ". */
export function saySource(source: string): string {
	return source.split(' ; ').map(sayPart).join(' ; ');
}

/** "letter to parliament: https://…" becomes words and an address. */
function sayPart(part: string): string {
	const [, words, address] = /^(.+?): (https?:\S+)$/.exec(part.trim()) ?? [];
	return words && address ? `${sayFact(words)} ; ${address}` : sayFact(part.trim());
}

/** A note with its source in brackets behind it: "no organisation found (https://…)". */
export function sayNote(note: string): string {
	const [, text, source] = /^(.*) \((.*)\)$/.exec(note) ?? [];
	return text && source ? `${sayFact(text)} (${saySource(source)})` : sayFact(note);
}

const SAID: Record<string, (text: string) => string> = {
	source: saySource,
	supportInstituteSource: saySource,
	libraryProvisionNote: sayNote
};

/** Everything that a page gets, with the sources and notes in it in the language of the reader. */
export function sayFacts<T>(value: T): T {
	if (Array.isArray(value)) return value.map(sayFacts) as T;
	if (value === null || typeof value !== 'object' || !isPlain(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]: [string, unknown]) => [
			key,
			typeof inner === 'string' ? (SAID[key]?.(inner) ?? inner) : sayFacts(inner)
		])
	) as T;
}

const isPlain = (value: object) =>
	Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
