import type { WorkLibrary, WorkTask } from '#lib/work/update/work-list.ts';
import type { Warning } from '#lib/work/update/warnings.ts';
import type { Answer } from './answer.ts';

/** A task with the answers that its line offers; none when it can only be put right in its form. */
export interface AnswerableTask extends WorkTask {
	/** The name of the line, behind those of its fields. */
	key: string;
	/** The newest event of the milestone, which an answer is based on. */
	basedOn: number | null;
	answers: Answer[];
	/** What deserves a second look beside what is the matter. */
	warnings: Warning[];
}

export interface WeekLibrary extends Omit<WorkLibrary, 'tasks'> {
	tasks: AnswerableTask[];
}

/** What stands in the way of an answer: somebody else recorded something in between. */
export interface LineConflict {
	key: string;
	/** Her entry: what mine is based on when it is recorded after all. */
	theirsId: number;
	/** What she recorded, as a sentence; and the sheet where it stands. */
	theirs: string;
	/** The name of the library or location. */
	name: string;
	href: string;
}

/** What the form of the list gives back when not everything could be recorded. */
export interface WeekFormState {
	/** Everything that was typed, by the name of the field. */
	values: Record<string, string>;
	/** One sentence per wrong field, by its name; of the form as a whole by `form`. */
	errors: Record<string, string>;
	conflicts: LineConflict[];
	/** The names of the lines that were recorded, and the batch that they are in. */
	recorded: string[];
	batchId: number | null;
}
