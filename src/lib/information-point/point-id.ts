const LARGEST_ID = 2_147_483_647;

/** The id of a point in an address, or null when it cannot be one: `12`, not `012`, `1.5` or `x`. */
export function parsePointId(text: string): number | null {
	if (!/^[1-9]\d{0,9}$/.test(text)) return null;
	const id = Number(text);
	return id <= LARGEST_ID ? id : null;
}
