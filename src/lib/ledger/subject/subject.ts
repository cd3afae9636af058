/** On what something is recorded. */
export type SubjectLevel = 'library' | 'information_point';

/** What the ledger speaks of: a library or an information point, by its id. */
export interface Subject {
	level: SubjectLevel;
	id: number;
}

export const libraryOf = (id: number): Subject => ({ level: 'library', id });

export const pointOf = (id: number): Subject => ({ level: 'information_point', id });

/** Its name in a map of both kinds. */
export function subjectKey({ level, id }: Subject): string {
	return `${level} ${id}`;
}

/** The name of one history: everything recorded about one milestone of one subject. */
export function historyKey(event: { subject: Subject; milestoneCode: string }): string {
	return `${subjectKey(event.subject)} ${event.milestoneCode}`;
}

/** The ids of those of one level, in the order given. */
export function idsOf(level: SubjectLevel, subjects: readonly Subject[]): number[] {
	return subjects.filter((subject) => subject.level === level).map(({ id }) => id);
}
