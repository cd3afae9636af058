import { readId } from '#lib/base/form/read-id.ts';
import type { Subject, SubjectLevel } from '#lib/ledger/subject/subject.ts';

/** The milestone of a library or location that a line is about. */
export interface LineSubject extends Subject {
	milestoneCode: string;
}

const LETTERS: Record<SubjectLevel, string> = { library: 'b', information_point: 'p' };

/** The name of a line, behind those of its fields: `b12-training`, `p34-opening`. */
export function lineKey({ level, id, milestoneCode }: LineSubject): string {
	return `${LETTERS[level]}${id}-${milestoneCode}`;
}

/** What a name of a line is about; null for a text that is no such name. */
export function readLineKey(key: string): LineSubject | null {
	const parts = /^([bp])(\d+)-([a-z_]{1,40})$/.exec(key);
	const id = readId(parts?.[2] ?? '');
	if (!parts || id === null) return null;
	const level = parts[1] === 'b' ? 'library' : 'information_point';
	return { level, id, milestoneCode: parts[3]! };
}
