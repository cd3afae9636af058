import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Asked, Said } from './messages.ts';

/**
 * A thread without work is given back after this time: it holds some forty megabytes, more than a start
 * of it is worth. Long enough for the pictures of one edition to be painted by one thread.
 */
const IDLE_MS = 2_000;

interface Waiting<Answer> {
	resolve(answer: Answer): void;
	reject(error: Error): void;
}

/** One thread that answers questions, one at a time; started when there is work, stopped when idle. */
export class WorkThread<Question, Answer> {
	readonly #source: string;
	readonly #mostMegabytes: number | undefined;
	#worker: Worker | undefined;
	#idle: NodeJS.Timeout | undefined;
	#lastId = 0;
	readonly #waiting = new Map<number, Waiting<Answer>>();

	/**
	 * @param source The module of the thread, such as `#lib/server/platform/painter/paint-worker.ts`.
	 * @param mostMegabytes What it may keep in memory; with more it is ended, and its question refused.
	 */
	constructor(source: string, mostMegabytes?: number) {
		this.#source = source;
		this.#mostMegabytes = mostMegabytes;
	}

	/** How many questions have no answer yet. */
	get waiting(): number {
		return this.#waiting.size;
	}

	/** Rejects when the work or the thread fails. */
	ask(question: Question): Promise<Answer> {
		clearTimeout(this.#idle);
		const worker = (this.#worker ??= this.#start());
		const asked: Asked<Question> = { id: ++this.#lastId, question };
		return new Promise((resolve, reject) => {
			this.#waiting.set(asked.id, { resolve, reject });
			worker.ref();
			worker.postMessage(asked);
		});
	}

	/** Stops the thread; what was still being made is refused. */
	async stop(): Promise<void> {
		clearTimeout(this.#idle);
		const worker = this.#worker;
		this.#worker = undefined;
		this.#refuse(new Error('the thread was stopped'));
		await worker?.terminate();
	}

	#start(): Worker {
		// The source itself, also from the built app: it is plain TypeScript for Node.
		const worker = new Worker(createRequire(import.meta.url).resolve(this.#source), {
			resourceLimits: {
				maxYoungGenerationSizeMb: 8,
				...(this.#mostMegabytes && { maxOldGenerationSizeMb: this.#mostMegabytes })
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
