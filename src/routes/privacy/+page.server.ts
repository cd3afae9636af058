import { readEnv } from '#lib/server/platform/env/env.ts';
import type { PageServerLoad } from './$types';

/** Public. What is kept of whom depends on one setting: a background of the map from elsewhere. */
export const load: PageServerLoad = () => ({ hasTiles: readEnv().TILE_URL !== undefined });
