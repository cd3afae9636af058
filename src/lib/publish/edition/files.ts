import { m } from '#lib/paraglide/messages.js';
import { KEY_FILE, SIGNATURE_FILE, SUMS_FILE } from './checksums.ts';

/** Every file of an edition that has contents of its own, in the order in which they are listed. */
export const CONTENT_FILES = [
	'stand.html',
	'stand.en.html',
	'kaart.svg',
	'stand.csv',
	'bibliotheken.csv',
	'gemeenten.csv',
	'locaties.csv',
	'stand.json'
] as const;
export type ContentFile = (typeof CONTENT_FILES)[number];

const DESCRIPTIONS: Record<string, () => string> = {
	'stand.html': m.edition_file_stand_html,
	'stand.en.html': m.edition_file_stand_en_html,
	'kaart.svg': m.edition_file_kaart_svg,
	'stand.csv': m.edition_file_stand_csv,
	'bibliotheken.csv': m.edition_file_bibliotheken_csv,
	'gemeenten.csv': m.edition_file_gemeenten_csv,
	'locaties.csv': m.edition_file_locaties_csv,
	'stand.json': m.edition_file_stand_json,
	[SUMS_FILE]: m.edition_file_sums,
	[SIGNATURE_FILE]: m.edition_file_signature,
	[KEY_FILE]: m.edition_file_key
};

/** What a file of an edition is, in words. */
export function fileText(name: string): string {
	return DESCRIPTIONS[name]?.() ?? name;
}

/** Files in the order in which a reader wants them; names that are not known come last. */
export function inReadingOrder<File extends { name: string }>(files: readonly File[]): File[] {
	const order = Object.keys(DESCRIPTIONS);
	const place = ({ name }: File) => order.indexOf(name) + 1 || order.length + 1;
	return files.toSorted((a, b) => place(a) - place(b));
}
