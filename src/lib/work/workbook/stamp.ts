import { lineKey, readLineKey, type LineSubject } from '#lib/work/update/line-key.ts';

/** What a row of our workbook is about, and on which newest entry of its milestone it is based. */
export interface Stamp {
	subject: LineSubject;
	basedOn: number | null;
}

/** A stamp as the hidden cell of its row: `p34-opening@512`. */
export function writeStamp({ subject, basedOn }: Stamp): string {
	return `${lineKey(subject)}@${basedOn ?? 0}`;
}

/** The stamp in a cell; null for a text that is none. */
export function readStamp(text: string): Stamp | null {
	const [key = '', version = '', more] = text.split('@');
	const subject = readLineKey(key);
	if (!subject || more !== undefined || !/^\d{1,15}$/.test(version)) return null;
	return { subject, basedOn: version === '0' ? null : Number(version) };
}
