/** The name of the field of a cell, and of what tells of its conflict. */
export const cellField = (key: string) => `dag.${key}`;
export const choiceField = (key: string) => `keuze.${key}`;
export const theirsField = (key: string) => `ander.${key}`;
/** The fields beside the table that hold for all cells. */
export const SHARED_FIELDS = [
	...(['reason', 'note', 'noteVisibility', 'pastMeant', 'openingForm'] as const)
] as const;
/** What all cells were, as one field. */
export const BASE_FIELD = 'stand';
/** The id of what is wrong with a cell. */
export const faultId = (key: string) => `fout.${key}`;
