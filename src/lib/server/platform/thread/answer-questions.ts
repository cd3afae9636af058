import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Asked, Said } from './messages.ts';

/**
 * The side of the thread: answers each question by `work`, in the order in which they came
 * when it answers at once. A page that somebody
 * waits for goes first, so the thread takes what processor time the others leave.
 */
export function answerQuestions<Question, Answer>(
	work: (question: Question) => Answer | Promise<Answer>
): void {
	// Only on Linux is this about the thread alone.
	if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
	parentPort?.on('message', (asked: Asked<Question>) => {
		void answer(asked, work).then((said) => parentPort?.postMessage(said));
	});
}

async function answer<Question, Answer>(
	{ id, question }: Asked<Question>,
	work: (question: Question) => Answer | Promise<Answer>
): Promise<Said<Answer>> {
	try {
		return { id, answer: await work(question) };
	} catch (error) {
		return { id, failure: error instanceof Error ? error.message : String(error) };
	}
}
