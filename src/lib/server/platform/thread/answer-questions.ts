import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Asked, Said } from './messages.ts';

/**
 * The side of the thread: answers each question by `work`, one after the other. A page that somebody
 * waits for goes first, so the thread takes what processor time the others leave.
 */
export function answerQuestions<Question, Answer>(work: (question: Question) => Answer): void {
	// Only on Linux is this about the thread alone.
	if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
	parentPort?.on('message', ({ id, question }: Asked<Question>) => {
		let said: Said<Answer>;
		try {
			said = { id, answer: work(question) };
		} catch (error) {
			said = { id, failure: error instanceof Error ? error.message : String(error) };
		}
		parentPort?.postMessage(said);
	});
}
