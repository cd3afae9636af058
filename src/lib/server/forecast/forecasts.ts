import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { Forecast } from '#lib/forecast/forecast.ts';
import { getLog } from '#lib/server/log.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { isUnfiltered, NO_FILTERS, writeFilters, type Filters } from '#lib/view/filters.ts';
import { readChoice, readSituation } from './read-situation.ts';
import { Simulator } from './simulator.ts';

/** More days than the track record of one reader needs; the oldest made goes first. */
const MOST_KEPT = 80;
/** Forecasts of a part of the country are kept apart, so that they never crowd out the whole. */
const MOST_CHOSEN_KEPT = 40;

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

/** A page that somebody waits for goes first: each is begun when nothing new was asked for this long … */
const QUIET_MS = 150;
/** … or has been put off for this long. */
const LONGEST_DELAY_MS = 10_000;

/** Which forecast: of a day, from this version of the data, of the country or a part of it. */
interface Wanted {
	day: Day;
	version: number | null;
	/** Null for the whole country. */
	filters: Filters | null;
	/** Under what it is kept: day and filters. */
	name: string;
}

interface Asked extends Wanted {
	/** Resolves when it was made, has failed, or was crowded out by later ones. */
	done: Promise<void>;
	finish: () => void;
}

/**
 * Forecasts by day, made by a thread of its own and kept. Asking never waits: what is not there
 * yet is begun. What was known on a past day does not change any more, so only the forecast of
 * today depends on the version of the data. Of a part of the country every one does, because what
 * a library is called, and which institute it belongs to, has no dates.
 */
export class Forecasts {
	readonly #db: Kysely<DB>;
	readonly #simulator = new Simulator();
	readonly #whole = new Map<string, Kept>();
	readonly #chosen = new Map<string, Kept>();
	/** In the order in which they are made; the first one is being made. */
	readonly #asked = new Map<string, Asked>();
	readonly #failed = new Set<string>();
	#working = false;
	#lastNew = -Infinity;

	constructor(db: Kysely<DB>) {
		this.#db = db;
	}

	/**
	 * The forecast made on `day`, as far as it is there; otherwise it is begun. With filters that of
	 * what they let through; filters by status do not apply.
	 */
	find(day: Day, today: Day, dataVersion: number, filters = NO_FILTERS): Found {
		const wanted = wantedOf(day, today, dataVersion, filters);
		const kept = this.#keptOf(wanted).get(wanted.name);
		if (kept?.version === wanted.version) return { state: 'ready', forecast: kept.forecast };
		// Told once; who asks again has it tried again.
		if (this.#failed.delete(keyOf(wanted))) return { state: 'failed' };
		// Who asks again for what is being made waits for it: that puts nothing off.
		if (!this.#asked.has(keyOf(wanted))) this.#lastNew = performance.now();
		void this.#begin(wanted);
		return { state: 'computing', previous: kept?.forecast ?? null };
	}

	/** Resolves when the forecast of `day` is there or has failed; for tests and the bench. */
	async settle(day: Day, today: Day, dataVersion: number, filters = NO_FILTERS): Promise<Found> {
		const wanted = wantedOf(day, today, dataVersion, filters);
		if (this.#keptOf(wanted).get(wanted.name)?.version !== wanted.version) {
			await this.#begin(wanted);
		}
		return this.find(day, today, dataVersion, filters);
	}

	/** Stops the thread; what was still asked for is not made. */
	stop(): Promise<void> {
		for (const key of [...this.#asked.keys()]) this.#finish(key);
		return this.#simulator.stop();
	}

	#keptOf({ filters }: Wanted): Map<string, Kept> {
		return filters ? this.#chosen : this.#whole;
	}

	#begin(wanted: Wanted): Promise<void> {
		const key = keyOf(wanted);
		const asked = this.#asked.get(key);
		if (asked) return asked.done;
		const { promise: done, resolve: finish } = Promise.withResolvers<void>();
		this.#asked.set(key, { ...wanted, done, finish });
		const [, second] = this.#asked.keys();
		if (this.#asked.size > MOST_ASKED && second !== undefined) this.#finish(second);
		if (!this.#working) void this.#work();
		return done;
	}

	/** One at a time, so that a page full of quarters does not take every connection. */
	async #work(): Promise<void> {
		this.#working = true;
		for (let [next] = this.#asked; next; [next] = this.#asked) {
			await this.#untilQuiet();
			const [key, wanted] = next;
			try {
				await this.#make(wanted);
			} catch (error) {
				getLog().error({ err: error, forecast: wanted.name }, 'the forecast could not be made');
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
			const wait = Math.min(this.#lastNew + QUIET_MS, latest) - now;
			if (wait <= 0) return;
			await delay(wait, undefined, { ref: false });
		}
	}

	#finish(key: string): void {
		this.#asked.get(key)?.finish();
		this.#asked.delete(key);
	}

	async #make(wanted: Wanted): Promise<void> {
		const { day, filters, name, version } = wanted;
		const [situation, choice] = await Promise.all([
			readSituation(this.#db, day),
			filters && readChoice(this.#db, day, filters)
		]);
		const { forecast } = await this.#simulator.run(situation, choice);
		const kept = this.#keptOf(wanted);
		kept.delete(name);
		kept.set(name, { version, forecast });
		for (const oldest of kept.keys()) {
			if (kept.size <= (filters ? MOST_CHOSEN_KEPT : MOST_KEPT)) break;
			kept.delete(oldest);
		}
	}
}

function wantedOf(day: Day, today: Day, dataVersion: number, given: Filters): Wanted {
	const filters = { ...given, statuses: [] };
	if (isUnfiltered(filters)) {
		return { day, name: day, filters: null, version: day < today ? null : dataVersion };
	}
	const params = new URLSearchParams();
	writeFilters(params, filters);
	return { day, name: `${day} ${params}`, filters, version: dataVersion };
}

const keyOf = ({ name, version }: Wanted) => `${name} ${version}`;
