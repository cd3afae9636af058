import { readEnv } from './env.ts';

interface Tiles {
	url: string;
	/** Whose they are, as text. */
	attribution: string;
}

let tiles: Tiles | null | undefined;

/** Where the background of the map comes from; null unless the installation sets it. Read once. */
export function readTiles(): Tiles | null {
	if (tiles !== undefined) return tiles;
	const { TILE_URL: url, TILE_ATTRIBUTION: attribution } = readEnv();
	tiles = url && attribution ? { url, attribution } : null;
	return tiles;
}
