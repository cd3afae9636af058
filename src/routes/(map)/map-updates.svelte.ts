import { untrack } from 'svelte';
import type { Day } from '#lib/base/day/day.ts';
import type {
	GeoBounds,
	MapCell,
	MapCluster,
	MapPoint,
	MapProvince,
	PointSource
} from '#lib/base/map/types.ts';
import { takeAnswer, type MapAnswer, type MapUpdate } from '#lib/figures/map-page/map-update.ts';
import { link } from '#lib/base/i18n/link.ts';
import { fileLink } from '#lib/base/selection/view-link.ts';
import type { View } from '#lib/base/selection/view.ts';

/**
 * What the map in the browser shows. It stays as it was until the answer for another view is there,
 * so that moving through time does not flicker; only the newest question counts.
 */
export class MapUpdates {
	#shown = $state.raw<Shown>();
	#isAsking = false;
	#expected: { view: View; today: Day } | undefined;
	#ahead: Ahead | undefined;

	get cells(): readonly MapCell[] {
		return this.#shown?.cells ?? [];
	}

	get provinces(): readonly MapProvince[] {
		return this.#shown?.provinces ?? [];
	}

	get boundarySet(): number | undefined {
		return this.#shown?.boundarySet;
	}

	get points(): PointSource {
		const shown = this.#shown;
		if (shown && shown.points === null) return { kind: 'remote', load: loaderOf(shown.address) };
		return { kind: 'inline', points: shown?.points ?? [] };
	}

	/** The bare drawing of a view, for borders of another year. */
	svgHref(view: View, today: Day): string {
		return withParams(fileLink('/kaart.svg', view, today), [['fragment', '1']]);
	}

	/** The names of towns on a map with these boundaries; none without boundaries. */
	placesHref(boundarySet: number): string | undefined {
		return boundarySet > 0 ? `${link('/kaart/plaatsen.json')}?grenzen=${boundarySet}` : undefined;
	}

	/**
	 * Asks for a view, or for what changed when the same view of another day is shown; answers how to stop
	 * asking. `_data` is what the page shows: when that is read again, because somebody recorded
	 * something, the map is asked for again too.
	 */
	follow(view: View, today: Day, _data: unknown): () => void {
		const stop = new AbortController();
		// What is shown is the answer, not the question: it starts no asking.
		const before = untrack(() => this.#shown);
		const question = questionOf(view, today, before);
		this.#isAsking = true;
		const take = (answer: MapAnswer | null) => {
			if (stop.signal.aborted) return;
			if (answer) this.#shown = { ...takeAnswer(before, answer), ...question.view };
			this.#isAsking = false;
			this.#askAhead();
		};
		const ahead = this.#ahead?.address === question.address ? this.#ahead : undefined;
		this.#ahead = this.#expected = undefined;
		// Shown in the same frame as the figures of that day.
		if (ahead?.answer) take(ahead.answer);
		else void (ahead?.coming ?? ask(question.address, stop.signal)).then(take);
		return () => stop.abort();
	}

	/** The view that probably is asked for next: what changes on the map is fetched for it. */
	expect(view: View, today: Day): void {
		this.#expected = { view, today };
		if (!this.#isAsking) this.#askAhead();
	}

	#askAhead(): void {
		const shown = untrack(() => this.#shown);
		if (!this.#expected || !shown) return;
		const { address } = questionOf(this.#expected.view, this.#expected.today, shown);
		const ahead: Ahead = { address, coming: ask(address) };
		void ahead.coming.then((answer) => (ahead.answer = answer));
		this.#ahead = ahead;
		this.#expected = undefined;
	}
}

/** What was asked for before anybody wanted it. */
interface Ahead {
	address: string;
	coming: Promise<MapAnswer | null>;
	/** Once it has come. */
	answer?: MapAnswer | null;
}

/** A map with what was asked for it. */
interface Shown extends MapUpdate, ShownView {}

interface ShownView {
	/** Where its points are asked for per part of the map. */
	address: string;
	day: Day;
	/** The address of the same view of today. */
	everyDay: string;
}

/** A view, and the address of what its map is or of how it follows from the map before. */
function questionOf(
	view: View,
	today: Day,
	before: Shown | undefined
): { address: string; view: ShownView } {
	const address = fileLink('/kaart/punten.json', view, today);
	const everyDay = fileLink('/kaart/punten.json', ofToday(view, today), today);
	const since: [string, string][] =
		before?.everyDay === everyDay
			? [
					['vanaf', before.day],
					['versie', String(before.version)]
				]
			: [];
	return {
		address: withParams(address, since),
		view: { address, everyDay, day: view.asOf.validOn }
	};
}

/** Null without an answer: the map stays as the server drew it, and the list says the same. */
async function ask(address: string, signal?: AbortSignal): Promise<MapAnswer | null> {
	try {
		const response = await fetch(address, signal ? { signal } : {});
		if (!response.ok) return null;
		const answer: MapAnswer = await response.json();
		return answer;
	} catch {
		return null;
	}
}

const ofToday = (view: View, today: Day): View => ({
	...view,
	asOf: { ...view.asOf, validOn: today }
});

function withParams(address: string, params: [string, string][]): string {
	const more = new URLSearchParams(params).toString();
	if (more === '') return address;
	return `${address}${address.includes('?') ? '&' : '?'}${more}`;
}

/** Asks the server for the points of a part of the map, those close to each other as one. */
function loaderOf(address: string) {
	return async ({ west, south, east, north }: GeoBounds, zoom: number, signal: AbortSignal) => {
		const bounds = [west, south, east, north].map((degrees) => degrees.toFixed(4)).join();
		const part: [string, string][] = [
			['kader', bounds],
			['zoom', String(Math.round(zoom))]
		];
		const answer = await fetch(withParams(address, part), { signal });
		if (!answer.ok) throw new Error(`The points answered ${answer.status}`);
		const points: (MapPoint | MapCluster)[] = await answer.json();
		return points;
	};
}
