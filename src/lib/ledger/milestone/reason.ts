/** The label of every reason in both languages, by code. */
export type ReasonLabels = Readonly<Record<string, { nl: string; en: string }>>;

/** A reason in words; its code when the list does not have it. */
export function reasonLabel(reasons: ReasonLabels, code: string, locale: string): string {
	const label = reasons[code];
	if (!label) return code;
	return locale === 'en' ? label.en : label.nl;
}
