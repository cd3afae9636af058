import type * as Leaflet from 'leaflet';

declare global {
	interface Window {
		/** Leaflet puts itself here, and leaflet.markercluster looks for it here. */
		L: typeof Leaflet;
	}
}

/** Fetches Leaflet and its styles, for who has opened a map. */
export async function loadLeaflet(): Promise<typeof Leaflet> {
	await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')]);
	return window.L;
}
