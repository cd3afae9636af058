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
		const address = fileLink('/kaart/punten.json', view, today);
		const day = view.asOf.validOn;
		const everyDay = fileLink('/kaart/punten.json', ofToday(view, today), today);
		// What is shown is the answer, not the question: it starts no asking.
		const before = untrack(() => this.#shown);
		const since: [string, string][] =
			before?.everyDay === everyDay
				? [
						['vanaf', before.day],
						['versie', String(before.version)]
					]
				: [];
		fetch(withParams(address, since), { signal: stop.signal })
			.then(async (response) => {
				if (!response.ok) return;
				const answer: MapAnswer = await response.json();
				if (stop.signal.aborted) return;
				this.#shown = { ...takeAnswer(before, answer), address, day, everyDay };
			})
			.catch(() => {
				// Without an answer the map stays as the server drew it; the list says the same.
			});
		return () => stop.abort();
	}
}

/** A map with what was asked for it. */
interface Shown extends MapUpdate {
	address: string;
	day: Day;
	/** The address of the same view of today. */
	everyDay: string;
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
