import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { RUNS, SEED } from '#lib/forecast/forecast.ts';
import { makeForecast } from '#lib/forecast/make-forecast.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-message.ts';

// A page that somebody waits for goes first. Only on Linux is this about the thread alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

/** Runs in a thread of its own, as plain TypeScript: the simulation would hold up every page. */
parentPort?.on('message', ({ id, situation, choice }: WorkerQuestion) => {
	const began = performance.now();
	const cpuBegan = process.threadCpuUsage();
	const forecast = makeForecast(situation, RUNS, SEED, choice);
	const tookMs = performance.now() - began;
	const { user, system } = process.threadCpuUsage(cpuBegan);
	const answer: WorkerAnswer = { id, forecast, tookMs, cpuMs: (user + system) / 1_000 };
	parentPort?.postMessage(answer);
});
