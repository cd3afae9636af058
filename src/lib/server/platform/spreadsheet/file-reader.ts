import { RefusedFile, type Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { WorkThread } from '#lib/server/platform/thread/work-thread.ts';
import type { ReadAnswer } from './worker.ts';

const MOST_MEGABYTES = 192;
/** Five thousand rows take a second on a busy machine. */
const LONGEST_MS = 20_000;
const MOST_WAITING = 4;

/** Reads files that people send, one at a time, in a thread with bounds of memory and time. */
export class FileReader {
	readonly #longestMs: number;
	#turn: Promise<unknown> = Promise.resolve();
	#waiting = 0;

	constructor(longestMs = LONGEST_MS) {
		this.#longestMs = longestMs;
	}

	/** Throws {@link RefusedFile} for what is no table or too much, {@link TooBusy} when many wait. */
	async read(bytes: Uint8Array): Promise<Tables> {
		if (this.#waiting >= MOST_WAITING) throw new TooBusy();
		this.#waiting += 1;
		const before = this.#turn;
		const read = before.then(() => this.#readNow(bytes));
		this.#turn = read.catch(() => undefined);
		try {
			return await read;
		} finally {
			this.#waiting -= 1;
		}
	}

	async #readNow(bytes: Uint8Array): Promise<Tables> {
		// One thread per file: what a file left behind is gone with it.
		const thread = new WorkThread<Uint8Array, ReadAnswer>(
			'#lib/server/platform/spreadsheet/worker.ts',
			{ mostMegabytes: MOST_MEGABYTES }
		);
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			void thread.stop();
		}, this.#longestMs);
		try {
			const answer = await thread.ask(bytes);
			if ('refused' in answer) throw new RefusedFile(answer.refused);
			return answer.tables;
		} catch (problem) {
			if (late) throw new RefusedFile('takes_too_long');
			if (isOutOfMemory(problem)) throw new RefusedFile('unpacks_too_large');
			throw problem;
		} finally {
			clearTimeout(timer);
			await thread.stop();
		}
	}
}

const isOutOfMemory = (problem: unknown) =>
	problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
