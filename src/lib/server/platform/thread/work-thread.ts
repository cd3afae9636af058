import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Asked, Said } from './messages.ts';
import type { Turns } from './turns.ts';

/**
 * A thread without work is given back after this time: it holds some forty megabytes, more than a start
 * of it is worth. Long enough for the pictures of one edition to be painted by one thread.
 */
const IDLE_MS = 2_000;

interface Waiting<Answer> {
	resolve(answer: Answer): void;
	reject(error: Error): void;
}

export interface WorkThreadOptions {
	/** What it may keep in memory; with more it is ended, and its question refused. */
	mostMegabytes?: number;
	/** With which other threads it takes turns. */
	turns?: Turns;
}

/** One thread that answers questions, one at a time; started when there is work, stopped when idle. */
export class WorkThread<Question, Answer> {
	readonly #source: string;
	readonly #options: WorkThreadOptions;
	#worker: Worker | undefined;
	#idle: NodeJS.Timeout | undefined;
	#lastId = 0;
	readonly #waiting = new Map<number, Waiting<Answer>>();

	/** @param source The module of the thread, such as `#lib/server/platform/painter/paint-worker.ts`. */
	constructor(source: string, options: WorkThreadOptions = {}) {
		this.#source = source;
		this.#options = options;
	}

	/** How many questions have no answer yet. */
	get waiting(): number {
		return this.#waiting.size;
	}

	/** Whether the thread is there and holds its memory. */
	get isRunning(): boolean {
		return this.#worker !== undefined;
	}

	/** Rejects when the work or the thread fails. */
	ask(question: Question): Promise<Answer> {
		const asked: Asked<Question> = { id: ++this.#lastId, question };
		const answer = new Promise<Answer>((resolve, reject) => {
			this.#waiting.set(asked.id, { resolve, reject });
		});
		const { turns } = this.#options;
		if (turns) turns.take(this, () => this.#send(asked), answer);
		else this.#send(asked);
		return answer;
	}

	/** Stops the thread; what was still being made is refused. */
	async stop(): Promise<void> {
		this.#refuse(new Error('the thread was stopped'));
		await this.giveBack();
	}

	/** Ends the thread and what it holds; who asks next has it started again. Not while it works. */
	async giveBack(): Promise<void> {
		clearTimeout(this.#idle);
		const worker = this.#worker;
		this.#worker = undefined;
		await worker?.terminate();
	}

	#send(asked: Asked<Question>): void {
		const waiting = this.#waiting.get(asked.id);
		// Who was refused before it was its turn needs no answer.
		if (!waiting) return;
		clearTimeout(this.#idle);
		try {
			const worker = (this.#worker ??= this.#start());
			worker.ref();
			worker.postMessage(asked);
		} catch (error) {
			this.#waiting.delete(asked.id);
			waiting.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	#start(): Worker {
		const { mostMegabytes } = this.#options;
		// The source itself, also from the built app: it is plain TypeScript for Node.
		const worker = new Worker(createRequire(import.meta.url).resolve(this.#source), {
			resourceLimits: {
				maxYoungGenerationSizeMb: 8,
				...(mostMegabytes && { maxOldGenerationSizeMb: mostMegabytes })
			}
		});
		worker.on('message', (said: Said<Answer>) => this.#hear(said, worker));
		const gone = (error: Error) => {
			if (this.#worker !== worker) return;
			this.#worker = undefined;
			this.#refuse(error);
		};
		worker.on('error', gone);
		worker.on('exit', () => gone(new Error('the thread ended')));
		return worker;
	}

	#hear(said: Said<Answer>, worker: Worker): void {
		const waiting = this.#waiting.get(said.id);
		this.#waiting.delete(said.id);
		if ('failure' in said) waiting?.reject(new Error(said.failure));
		else waiting?.resolve(said.answer);
		if (this.#waiting.size === 0) this.#rest(worker);
	}

	#rest(worker: Worker): void {
		// An idle thread must not keep a process alive that wants to end.
		worker.unref();
		this.#idle = setTimeout(() => void this.stop(), IDLE_MS);
		this.#idle.unref();
	}

	#refuse(error: Error): void {
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
