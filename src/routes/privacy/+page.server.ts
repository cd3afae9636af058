import { readTiles } from '#lib/server/platform/env/tiles.ts';
import type { PageServerLoad } from './$types';

/** Public. What is kept of whom depends on one setting: a background of the map from elsewhere. */
export const load: PageServerLoad = () => ({ hasTiles: readTiles() !== null });
