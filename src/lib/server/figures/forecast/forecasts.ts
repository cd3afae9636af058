import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Forecast } from '#lib/figures/forecast/forecast.ts';
import { getLog } from '#lib/server/platform/log/log.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	isUnfiltered,
	NO_FILTERS,
	writeFilters,
	type Filters
} from '#lib/base/selection/filters.ts';
import { QuietQueue } from './quiet-queue.ts';
import { readChoice, readSituation } from './read-situation.ts';
import { Simulator } from './simulator.ts';

/** More days than the track record of one reader needs; what was not looked at for longest goes first. */
const MOST_KEPT = 80;
/** Forecasts of a part of the country are kept apart, so that they never crowd out the whole. */
const MOST_CHOSEN_KEPT = 40;

/** So long waits somebody for a page that would be printed without its forecast. */
const LONGEST_WAIT_MS = 2_500;
/** Pages that wait hold a place that others need, so only so many do; the others come without. */
const MOST_WAITING = 3;

/** What is there of a forecast. */
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
const QUEUE = { quietMs: 150, longestDelayMs: 10_000, most: 40 };

/** Which forecast: of two days, from this version of the data, of the country or a part of it. */
interface Wanted {
	dates: ForecastDates;
	version: number | null;
	/** Null for the whole country. */
	filters: Filters | null;
	/** Under what it is kept: days and filters. */
	name: string;
}

/**
 * Forecasts by their two days, made by a thread of its own and kept. Asking never waits: what is not
 * there yet is begun. What was known on a past day does not change any more, so only a forecast with
 * what is known today depends on the version of the data. Of a part of the country every one does, because what
 * a library is called, and which institute it belongs to, has no dates.
 */
export class Forecasts {
	readonly #db: Kysely<DB>;
	readonly #simulator = new Simulator();
	readonly #whole = new LRUCache<string, Kept>({ max: MOST_KEPT });
	readonly #chosen = new LRUCache<string, Kept>({ max: MOST_CHOSEN_KEPT });
	readonly #queue = new QuietQueue(QUEUE);
	readonly #failed = new Set<string>();
	#waiting = 0;

	constructor(db: Kysely<DB>) {
		this.#db = db;
	}

	/**
	 * The forecast of these days, as far as it is there; otherwise it is begun. With filters that of
	 * what they let through; filters by status do not apply.
	 */
	find(dates: ForecastDates, today: Day, dataVersion: number, filters = NO_FILTERS): Found {
		const wanted = wantedOf(dates, today, dataVersion, filters);
		const kept = this.#keptOf(wanted).get(wanted.name);
		if (kept?.version === wanted.version) return { state: 'ready', forecast: kept.forecast };
		// Told once; who asks again has it tried again.
		if (this.#failed.delete(keyOf(wanted))) return { state: 'failed' };
		this.#queue.askFromPage(keyOf(wanted), () => this.#make(wanted));
		return { state: 'computing', previous: kept?.forecast ?? null };
	}

	/**
	 * As {@link Forecasts.find}, for a page: what is being made is waited for a little while, so that it
	 * comes whole the first time, also without JavaScript and on paper. When several wait already it is
	 * `find`.
	 */
	async findSoon(
		dates: ForecastDates,
		today: Day,
		dataVersion: number,
		filters = NO_FILTERS
	): Promise<Found> {
		const found = this.find(dates, today, dataVersion, filters);
		if (found.state !== 'computing' || this.#waiting >= MOST_WAITING) return found;
		this.#waiting++;
		try {
			return await Promise.race([
				this.settle(dates, today, dataVersion, filters),
				delay(LONGEST_WAIT_MS, found, { ref: false })
			]);
		} finally {
			this.#waiting--;
		}
	}

	/** Resolves when the forecast of these days is there or has failed; for tests and the bench. */
	async settle(
		dates: ForecastDates,
		today: Day,
		dataVersion: number,
		filters = NO_FILTERS
	): Promise<Found> {
		const wanted = wantedOf(dates, today, dataVersion, filters);
		if (this.#keptOf(wanted).get(wanted.name)?.version !== wanted.version) {
			await this.#queue.ask(keyOf(wanted), () => this.#make(wanted));
		}
		return this.find(dates, today, dataVersion, filters);
	}

	/** Stops the thread; what was still asked for is not made. */
	stop(): Promise<void> {
		this.#queue.clear();
		return this.#simulator.stop();
	}

	#keptOf({ filters }: Wanted): LRUCache<string, Kept> {
		return filters ? this.#chosen : this.#whole;
	}

	async #make(wanted: Wanted): Promise<void> {
		const { dates, filters, name, version } = wanted;
		try {
			const [situation, choice] = await Promise.all([
				readSituation(this.#db, dates),
				filters && readChoice(this.#db, dates, filters)
			]);
			const { forecast } = await this.#simulator.run(situation, choice);
			this.#keptOf(wanted).set(name, { version, forecast });
		} catch (error) {
			getLog().error({ err: error, forecast: name }, 'the forecast could not be made');
			this.#failed.add(keyOf(wanted));
		}
	}
}

function wantedOf(dates: ForecastDates, today: Day, dataVersion: number, given: Filters): Wanted {
	const filters = { ...given, statuses: [] };
	const days = `${dates.day} ${dates.knownOn}`;
	if (isUnfiltered(filters)) {
		const version = dates.knownOn < today ? null : dataVersion;
		return { dates, name: days, filters: null, version };
	}
	const params = new URLSearchParams();
	writeFilters(params, filters);
	return { dates, name: `${days} ${params}`, filters, version: dataVersion };
}

const keyOf = ({ name, version }: Wanted) => `${name} ${version}`;
