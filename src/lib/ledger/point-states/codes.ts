/** Municipalities and provinces in memory are the digits of their codes: GM0983 is 983, PV31 is 31. */
export const municipalityNumber = (code: string): number => Number(code.slice(2));
export const provinceNumber = municipalityNumber;
export const municipalityCode = (number: number): string => `GM${String(number).padStart(4, '0')}`;

/** The codes of provinces by their digits. */
export const PROVINCE_CODES: readonly string[] = Array.from(
	{ length: 100 },
	(_, number) => `PV${String(number).padStart(2, '0')}`
);
