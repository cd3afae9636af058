import { PgBoss } from 'pg-boss';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { logAction } from '#lib/server/platform/log/log.ts';

/** Work that is done at a time of the week, by one of the processes that are there. */
export interface Job {
	/** Its queue. */
	name: string;
	/** When, as cron says it, on the clock of Amsterdam. */
	cron: string;
	/** May be done again after it failed half way. */
	run: () => Promise<void>;
}

/** A minute is soon enough for what is done once a week; more often would keep the database awake. */
const LOOK_SECONDS = 60;

/** The connections of the jobs: one that looks, one that works. */
const CONNECTIONS = 2;

/**
 * Begins to do these jobs at their times, and ends with the process. The tables are there already (a
 * migration makes them), for this user may not make any. Answers how to have a job done now.
 */
export async function startJobs(
	url: string,
	jobs: readonly Job[],
	lookSeconds = LOOK_SECONDS
): Promise<{ doNow: (name: string) => Promise<void>; stop: () => Promise<void> }> {
	const boss = new PgBoss({
		...{ connectionString: url, max: CONNECTIONS, application_name: 'ido jobs' },
		...{ migrate: false, createSchema: false, reindex: false, monitorVacuum: false },
		...{ cronMonitorIntervalSeconds: 30, cronWorkerIntervalSeconds: 30 }
	});
	// Without a listener a database that is away would end the process.
	boss.on('error', () => tellJob('any', 'failed'));
	await boss.start();
	for (const { name, cron, run } of jobs) {
		await boss.createQueue(name, { policy: 'stately', retryLimit: 2, retryDelay: 60 });
		await boss.schedule(name, cron, null, { tz: 'Europe/Amsterdam' });
		await boss.work(name, { pollingIntervalSeconds: lookSeconds }, async () => {
			await run();
			tellJob(name, 'done');
		});
	}
	const stop = () => boss.stop({ graceful: true, timeout: 4_000 });
	onShutdown(stop);
	return { stop, doNow: async (name) => void (await boss.send(name, null)) };
}

/** Writes a line in the log about a job. */
export const tellJob = (name: string, result: 'done' | 'failed'): void =>
	logAction({ action: 'do_job', object: `job ${name}`, result, origin: 'server', actor: 'server' });
