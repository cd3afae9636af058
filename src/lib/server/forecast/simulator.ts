import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Choice } from '#lib/forecast/part.ts';
import type { Situation } from '#lib/forecast/situation.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** A thread without work is given back after this time: it holds some tens of megabytes. */
const IDLE_MS = 30_000;

interface Waiting {
	resolve(answer: WorkerAnswer): void;
	reject(error: Error): void;
}

/** One thread that makes forecasts, one at a time; started when there is work, stopped when idle. */
export class Simulator {
	#worker: Worker | undefined;
	#idle: NodeJS.Timeout | undefined;
	#lastId = 0;
	readonly #waiting = new Map<number, Waiting>();

	/** The forecast of this situation, or of the chosen part of it. Rejects when the thread fails. */
	run(situation: Situation, choice: Choice | null = null): Promise<WorkerAnswer> {
		clearTimeout(this.#idle);
		const worker = (this.#worker ??= this.#start());
		const question: WorkerQuestion = { id: ++this.#lastId, situation, choice };
		return new Promise((resolve, reject) => {
			this.#waiting.set(question.id, { resolve, reject });
			worker.ref();
			worker.postMessage(question);
		});
	}

	/** Stops the thread; what was still being made is refused. */
	async stop(): Promise<void> {
		clearTimeout(this.#idle);
		const worker = this.#worker;
		this.#worker = undefined;
		this.#refuse(new Error('the simulator was stopped'));
		await worker?.terminate();
	}

	#start(): Worker {
		// The source itself, also from the built app: it is plain TypeScript for Node.
		const file = createRequire(import.meta.url).resolve('#lib/server/forecast/worker.ts');
		const worker = new Worker(file);
		worker.on('message', (answer: WorkerAnswer) => {
			this.#waiting.get(answer.id)?.resolve(answer);
			this.#waiting.delete(answer.id);
			if (this.#waiting.size === 0) this.#rest(worker);
		});
		const gone = (error: Error) => {
			if (this.#worker === worker) this.#worker = undefined;
			this.#refuse(error);
		};
		worker.on('error', gone);
		worker.on('exit', () => gone(new Error('the simulator ended')));
		return worker;
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
