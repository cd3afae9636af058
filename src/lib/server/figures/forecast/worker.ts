import { RUNS, SEED } from '#lib/figures/forecast/forecast.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { answerQuestions } from '#lib/server/platform/thread/answer-questions.ts';
import { collectGarbage } from '#lib/server/platform/thread/collect-garbage.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** Runs in a thread of its own, as plain TypeScript: the simulation would hold up every page. */
answerQuestions(({ situation, choice }: WorkerQuestion): WorkerAnswer => {
	const began = performance.now();
	const cpuBegan = process.threadCpuUsage();
	const forecast = makeForecast(situation, RUNS, SEED, choice);
	// The runs are tens of megabytes outside the heap, of which the engine would let two or three pile up.
	collectGarbage();
	const tookMs = performance.now() - began;
	const { user, system } = process.threadCpuUsage(cpuBegan);
	return { forecast, tookMs, cpuMs: (user + system) / 1_000 };
});
