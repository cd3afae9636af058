/** The largest number that an id can be (`integer` of PostgreSQL). */
export const LARGEST_ID = 2_147_483_647;

/** The id that a text from outside says: `12`, not `012`, `1.5` or more than an id can be; else null. */
export function readId(text: string | null | undefined): number | null {
	if (!text || !/^[1-9]\d{0,9}$/.test(text)) return null;
	const id = Number(text);
	return id <= LARGEST_ID ? id : null;
}
