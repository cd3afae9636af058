/** A CBS code as somebody may write it (`gm983`, `983`, `GM0983`) in its one form, or null. */
export function parseMunicipalityCode(text: string): string | null {
	const digits = /^(?:gm)?(\d{1,4})$/i.exec(text)?.[1];
	return digits === undefined ? null : `GM${digits.padStart(4, '0')}`;
}
