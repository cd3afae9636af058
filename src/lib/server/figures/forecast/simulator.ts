import type { Choice } from '#lib/figures/forecast/part.ts';
import type { ForecastSituation } from '#lib/figures/forecast/situation.ts';
import { largeWork } from '#lib/server/platform/thread/turns.ts';
import { WorkThread } from '#lib/server/platform/thread/work-thread.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** The thread that makes forecasts, one at a time. */
export class Simulator {
	readonly #thread = new WorkThread<WorkerQuestion, WorkerAnswer>(
		'#lib/server/figures/forecast/worker.ts',
		{ turns: largeWork }
	);

	/** The forecast of this situation, or of the chosen part of it. Rejects when the thread fails. */
	run(situation: ForecastSituation, choice: Choice | null = null): Promise<WorkerAnswer> {
		return this.#thread.ask({ situation, choice });
	}

	/** Stops the thread; what was still being made is refused. */
	stop(): Promise<void> {
		return this.#thread.stop();
	}
}
