/** Words that anybody would try here first. */
const OWN_WORDS = [
	'bibliotheek',
	'informatiepunt',
	'digitaleoverheid',
	'wachtwoord',
	'welkom',
	'ido'
];

const FEWEST_CHARACTERS = 5;

/** Rows of characters that are no choice. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

const reversed = (text: string) => [...text].reverse().join('');

let known: Promise<Set<string>> | undefined;

/** Read when the first password is chosen: the list is long, and most processes never need it. */
async function readKnown(): Promise<Set<string>> {
	const { dictionary } = await import('@zxcvbn-ts/language-common');
	const words: readonly (string | number)[] = dictionary['passwords-common'];
	return new Set([...words.map(String), ...OWN_WORDS]);
}

/** "welkomwelkom" is "welkom". */
const unrepeated = (text: string) => /^(.+?)\1+$/.exec(text)?.[1] ?? text;

/** "welkom2022!!" is "welkom". */
const bare = (text: string) => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/**
 * Whether a password is among the first that are tried: on the list of passwords that were stolen
 * often, also with digits and signs around it or said twice; a few characters over and over; a row
 * of the keyboard.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
	const text = password.toLowerCase();
	if (new Set(text).size < FEWEST_CHARACTERS) return true;
	if (ROWS.some((row) => row.includes(text) || reversed(row).includes(text))) return true;
	const words = await (known ??= readKnown());
	return [text, bare(text), unrepeated(text), unrepeated(bare(text))].some((form) =>
		words.has(form)
	);
}
