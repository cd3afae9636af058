import { m } from '#lib/paraglide/messages.js';
import type { FileProblem } from './question-file.ts';

/** What is wrong with a file, in a sentence. */
export function problemText(problem: FileProblem | { kind: 'not_over' }): string {
	switch (problem.kind) {
		case 'unreadable':
			return m.question_problem_unreadable();
		case 'empty':
			return m.question_problem_empty();
		case 'too_long':
			return m.question_problem_too_long();
		case 'not_over':
			return m.question_problem_not_over();
		case 'column':
			return m.question_problem_column({ column: problem.column });
		case 'quarter':
			return m.question_problem_quarter(problem);
		case 'other_quarter':
			return m.question_problem_other_quarter(problem);
		case 'location':
			return m.question_problem_location(problem);
		case 'twice':
			return m.question_problem_twice(problem);
		case 'count':
			return m.question_problem_count(problem);
	}
}
