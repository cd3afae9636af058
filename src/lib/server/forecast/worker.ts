import { parentPort } from 'node:worker_threads';
import { makeForecast } from '#lib/forecast/make-forecast.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** Runs in a thread of its own, as plain TypeScript: the simulation would hold up every page. */
parentPort?.on('message', ({ id, situation }: WorkerQuestion) => {
	const began = performance.now();
	const forecast = makeForecast(situation);
	const answer: WorkerAnswer = { id, forecast, tookMs: performance.now() - began };
	parentPort?.postMessage(answer);
});
