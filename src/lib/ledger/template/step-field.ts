/** The name (and id) of a field of a step. */
export const stepField = (
	field: 'weeks' | 'nameNl' | 'nameEn' | 'owner' | 'evidenceNl' | 'evidenceEn' | 'after' | 'spare',
	code: string
) => `${field}.${code}`;
