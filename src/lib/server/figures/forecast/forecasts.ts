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
import { QuietQueue, type Urgency } from './quiet-queue.ts';
import { readChoice, readSituation } from './read-situation.ts';
import { Simulator } from './simulator.ts';

/** More days than the track record of one reader needs; what was not looked at for longest goes first. */
const MOST_KEPT = 80;
/** Forecasts of a part of the country are kept apart, so that they never crowd out the whole. */
const MOST_CHOSEN_KEPT = 40;

/**
 * So long waits somebody for a page or file that would come without its forecast: below the minute
 * after which a proxy usually gives up. Six readers with six new days are served in half of it, on a
 * machine that is busy with other things as well.
 */
const LONGEST_WAIT_MS = 45_000;
/** And so long where the one from before the last change can be shown meanwhile. */
const WAIT_WITH_PREVIOUS_MS = 2_500;
/** Who waits holds a request open, so only so many do; the others come without. */
const MOST_WAITING = 64;

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

/** More than everybody who waits and the quarters of a track record; who asks for more asks again. */
const QUEUE = { quietMs: 150, longestDelayMs: 10_000, most: 100 };

/** Resolves with null after so long. */
export type Wait = (ms: number) => Promise<null>;
const realWait: Wait = (ms) => delay(ms, null, { ref: false });

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
	readonly #wait: Wait;
	#waiting = 0;

	/** `wait` is for tests. */
	constructor(db: Kysely<DB>, wait = realWait) {
		this.#db = db;
		this.#wait = wait;
	}

	/**
	 * The forecast of these days, as far as it is there; otherwise it is begun. With filters that of
	 * what they let through; filters by status do not apply.
	 */
	find(dates: ForecastDates, today: Day, dataVersion: number, filters = NO_FILTERS): Found {
		return this.#find(wantedOf(dates, today, dataVersion, filters));
	}

	#find(wanted: Wanted): Found {
		const kept = this.#keptOf(wanted).get(wanted.name);
		if (kept?.version === wanted.version) return { state: 'ready', forecast: kept.forecast };
		// Told once; who asks again has it tried again.
		if (this.#failed.delete(keyOf(wanted))) return { state: 'failed' };
		this.#queue.askFromPage(keyOf(wanted), () => this.#make(wanted));
		return { state: 'computing', previous: kept?.forecast ?? null };
	}

	/**
	 * As {@link Forecasts.find}, but what is being made is waited for, so that a page comes whole the
	 * first time, also without JavaScript and on paper: shorter when the one before can be shown
	 * meanwhile. When very many wait already it is `find`.
	 */
	async findSoon(
		dates: ForecastDates,
		today: Day,
		dataVersion: number,
		{ filters = NO_FILTERS, needsNewest = false } = {}
	): Promise<Found> {
		const found = this.find(dates, today, dataVersion, filters);
		if (found.state !== 'computing' || this.#waiting >= MOST_WAITING) return found;
		const longest = found.previous && !needsNewest ? WAIT_WITH_PREVIOUS_MS : LONGEST_WAIT_MS;
		const settled = this.settle(dates, today, dataVersion, filters);
		return (await this.#waitFor(settled, longest)) ?? found;
	}

	/**
	 * Waits until these forecasts, each as made on its day, are there, as {@link Forecasts.findSoon}.
	 * They stand beside what a page is about, so that goes before them, on whosever page it is.
	 */
	async findAllSoon(
		asked: readonly ForecastDates[],
		today: Day,
		dataVersion: number
	): Promise<Found[]> {
		const found = asked.map((dates) => this.find(dates, today, dataVersion));
		if (this.#waiting >= MOST_WAITING) return found;
		const settling = asked.map(async (dates, index) =>
			found[index]?.state === 'computing'
				? (found[index] = await this.#settle(wantedOf(dates, today, dataVersion, NO_FILTERS), 1))
				: null
		);
		await this.#waitFor(Promise.all(settling), LONGEST_WAIT_MS);
		return found;
	}

	/** Null when it took too long. */
	async #waitFor<Value>(settled: Promise<Value>, longest: number): Promise<Value | null> {
		this.#waiting++;
		try {
			return await Promise.race([settled, this.#wait(longest)]);
		} finally {
			this.#waiting--;
		}
	}

	/** Resolves when the forecast of these days is there or has failed. */
	settle(
		dates: ForecastDates,
		today: Day,
		dataVersion: number,
		filters = NO_FILTERS
	): Promise<Found> {
		return this.#settle(wantedOf(dates, today, dataVersion, filters));
	}

	async #settle(wanted: Wanted, urgency?: Urgency): Promise<Found> {
		if (this.#keptOf(wanted).get(wanted.name)?.version !== wanted.version) {
			await this.#queue.askAndWait(keyOf(wanted), () => this.#make(wanted), urgency);
		}
		return this.#find(wanted);
	}

	/**
	 * Makes the forecasts of these days that are not there yet, each as it was made on its day, after
	 * whatever somebody waits for.
	 */
	async prepare(asked: readonly ForecastDates[], today: Day, dataVersion: number): Promise<void> {
		for (const dates of asked) {
			const wanted = wantedOf(dates, today, dataVersion, NO_FILTERS);
			if (this.#whole.has(wanted.name)) continue;
			await this.#queue.ask(keyOf(wanted), () => this.#make(wanted));
		}
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
