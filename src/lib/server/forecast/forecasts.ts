import { setTimeout as delay } from 'node:timers/promises';
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

/** More than the quarters of one track record; who asks for more days than that asks again. */
const MOST_ASKED = 40;

/** A page that somebody waits for goes first: making them begins when nobody asked for this long … */
const QUIET_MS = 150;
/** … or has been put off for this long. */
const LONGEST_DELAY_MS = 5_000;

interface Asked {
	day: Day;
	version: number | null;
	/** Resolves when it was made, has failed, or was crowded out by later ones. */
	done: Promise<void>;
	finish: () => void;
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
	/** In the order in which they are made; the first one is being made. */
	readonly #asked = new Map<string, Asked>();
	readonly #failed = new Set<string>();
	#working = false;
	#lastFind = -Infinity;

	constructor(db: Kysely<DB>) {
		this.#db = db;
	}

	/** The forecast made on `day`, as far as it is there; otherwise it is begun. */
	find(day: Day, today: Day, dataVersion: number): Found {
		this.#lastFind = performance.now();
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

	/** Stops the thread; what was still asked for is not made. */
	stop(): Promise<void> {
		for (const key of [...this.#asked.keys()]) this.#finish(key);
		return this.#simulator.stop();
	}

	#begin(key: string, day: Day, version: number | null): Promise<void> {
		const asked = this.#asked.get(key);
		if (asked) return asked.done;
		const { promise: done, resolve: finish } = Promise.withResolvers<void>();
		this.#asked.set(key, { day, version, done, finish });
		const [, second] = this.#asked.keys();
		if (this.#asked.size > MOST_ASKED && second !== undefined) this.#finish(second);
		if (!this.#working) void this.#work();
		return done;
	}

	/** One at a time, so that a page full of quarters does not take every connection. */
	async #work(): Promise<void> {
		this.#working = true;
		await this.#untilQuiet();
		for (let [next] = this.#asked; next; [next] = this.#asked) {
			const [key, { day, version }] = next;
			try {
				await this.#make(day, version);
			} catch (error) {
				getLog().error({ err: error, day }, 'the forecast could not be made');
				this.#failed.add(key);
			}
			this.#finish(key);
		}
		this.#working = false;
	}

	async #untilQuiet(): Promise<void> {
		const latest = performance.now() + LONGEST_DELAY_MS;
		for (;;) {
			const now = performance.now();
			const wait = Math.min(this.#lastFind + QUIET_MS, latest) - now;
			if (wait <= 0) return;
			await delay(wait, undefined, { ref: false });
		}
	}

	#finish(key: string): void {
		this.#asked.get(key)?.finish();
		this.#asked.delete(key);
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
