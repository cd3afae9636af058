import type { Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { Forecast } from '#lib/forecast/forecast.ts';
import { getLog } from '#lib/server/log.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { readSituation } from './read-situation.ts';
import { Simulator } from './simulator.ts';

/** More days than the track record of one reader needs; the oldest asked for goes first. */
const MOST_KEPT = 80;

/** What is there of the forecast of a day. */
export type Found =
	| { state: 'ready'; forecast: Forecast | null }
	/** It is being made; `previous` is the one from before the last change of the data. */
	| { state: 'computing'; previous: Forecast | null }
	| { state: 'failed' };

interface Kept {
	version: number | null;
	forecast: Forecast | null;
}

/**
 * Forecasts by day, made by a thread of its own and kept. Asking never waits: what is not there
 * yet is begun. What was known on a past day does not change any more, so only the forecast of
 * today depends on the version of the data.
 */
export class Forecasts {
	readonly #db: Kysely<DB>;
	readonly #simulator = new Simulator();
	readonly #kept = new Map<Day, Kept>();
	readonly #making = new Map<string, Promise<void>>();
	readonly #failed = new Set<string>();
	#last: Promise<void> = Promise.resolve();

	constructor(db: Kysely<DB>) {
		this.#db = db;
	}

	/** The forecast made on `day`, as far as it is there; otherwise it is begun. */
	find(day: Day, today: Day, dataVersion: number): Found {
		const version = day < today ? null : dataVersion;
		const kept = this.#kept.get(day);
		if (kept?.version === version) return { state: 'ready', forecast: kept.forecast };
		const key = `${day} ${version}`;
		// Told once; who asks again has it tried again.
		if (this.#failed.delete(key)) return { state: 'failed' };
		void this.#begin(key, day, version);
		return { state: 'computing', previous: kept?.forecast ?? null };
	}

	/** Resolves when the forecast of `day` is there or has failed; for tests and the bench. */
	async settle(day: Day, today: Day, dataVersion: number): Promise<Found> {
		const version = day < today ? null : dataVersion;
		if (this.#kept.get(day)?.version !== version) {
			await this.#begin(`${day} ${version}`, day, version);
		}
		return this.find(day, today, dataVersion);
	}

	/** Stops the thread. */
	stop(): Promise<void> {
		return this.#simulator.stop();
	}

	#begin(key: string, day: Day, version: number | null): Promise<void> {
		const running = this.#making.get(key);
		if (running) return running;
		// One at a time, so that a page full of quarters does not take every connection.
		const work = this.#last
			.then(() => this.#make(day, version))
			.catch((error: unknown) => {
				getLog().error({ err: error, day }, 'the forecast could not be made');
				this.#failed.add(key);
			})
			.finally(() => this.#making.delete(key));
		this.#making.set(key, work);
		this.#last = work;
		return work;
	}

	async #make(day: Day, version: number | null): Promise<void> {
		const situation = await readSituation(this.#db, day);
		const { forecast } = await this.#simulator.run(situation);
		this.#kept.delete(day);
		this.#kept.set(day, { version, forecast });
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= MOST_KEPT) break;
			this.#kept.delete(oldest);
		}
	}
}
