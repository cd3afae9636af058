/** The fields of a line, as they are named before the point. */
export type LineField = 'effectiveOn' | 'targetOn' | 'openingForm' | 'reason' | 'note' | 'reply';

/**
 * The name (and id) of a field of a line: `targetOn.p34-opening`. Apart from what reads the form, which
 * brings Zod: no browser needs that, and its attempt to compile is refused by the policy of the page.
 */
export const fieldName = (
	field: LineField | 'answer' | 'asked' | 'basedOn' | 'pastMeant',
	key: string
) => `${field}.${key}`;
