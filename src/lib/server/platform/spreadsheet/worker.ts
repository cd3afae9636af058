import { RefusedFile, type FileRefusal, type Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { answerQuestions } from '#lib/server/platform/thread/answer-questions.ts';
import { readFile } from './read-file.ts';

/** What became of a file. */
export type ReadAnswer = { tables: Tables } | { refused: FileRefusal };

/** Runs in a thread of its own: a file may be made to take all memory and time. */
answerQuestions(async (bytes: Uint8Array): Promise<ReadAnswer> => {
	try {
		return { tables: await readFile(bytes) };
	} catch (problem) {
		if (problem instanceof RefusedFile) return { refused: problem.why };
		throw problem;
	}
});
