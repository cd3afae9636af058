import type { Day } from '#lib/base/day/day.ts';
import type {
	GeoBounds,
	MapCell,
	MapCluster,
	MapPoint,
	MapProvince,
	PointSource
} from '#lib/base/map/types.ts';
import type { MapUpdate } from '#lib/figures/map-page/map-update.ts';
import { link } from '#lib/base/i18n/link.ts';
import { fileLink } from '#lib/base/selection/view-link.ts';
import type { View } from '#lib/base/selection/view.ts';

/**
 * What the map in the browser shows. It stays as it was until the answer for another view is there,
 * so that moving through time does not flicker; only the newest question counts.
 */
export class MapUpdates {
	#shown = $state.raw<MapUpdate & { address: string }>();

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
		const address = fileLink('/kaart.svg', view, today);
		return `${address}${address.includes('?') ? '&' : '?'}fragment=1`;
	}

	/** The names of towns on a map with these boundaries; none without boundaries. */
	placesHref(boundarySet: number): string | undefined {
		return boundarySet > 0 ? `${link('/kaart/plaatsen.json')}?grenzen=${boundarySet}` : undefined;
	}

	/**
	 * Asks for a view; answers how to stop asking. `_data` is what the page shows: when that is read
	 * again, because somebody recorded something, the map is asked for again too.
	 */
	follow(address: string, _data: unknown): () => void {
		const stop = new AbortController();
		fetch(address, { signal: stop.signal })
			.then(async (answer) => {
				if (!answer.ok) return;
				const update: MapUpdate = await answer.json();
				if (!stop.signal.aborted) this.#shown = { ...update, address };
			})
			.catch(() => {
				// Without an answer the map stays as the server drew it; the list says the same.
			});
		return () => stop.abort();
	}
}

/** Asks the server for the points of a part of the map, those close to each other as one. */
function loaderOf(address: string) {
	return async ({ west, south, east, north }: GeoBounds, zoom: number, signal: AbortSignal) => {
		const part = new URLSearchParams({
			kader: [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(),
			zoom: String(Math.round(zoom))
		});
		const answer = await fetch(`${address}${address.includes('?') ? '&' : '?'}${part}`, { signal });
		if (!answer.ok) throw new Error(`The points answered ${answer.status}`);
		const points: (MapPoint | MapCluster)[] = await answer.json();
		return points;
	};
}
