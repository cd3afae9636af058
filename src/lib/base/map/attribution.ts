import { m } from '#lib/paraglide/messages.js';
import type { MapGeometry } from './types.ts';

/**
 * What is said of where the borders come from. Ours is told in the language of the reader; that of
 * official borders is kept as their owner asks for it.
 */
export function mapAttribution({
	kind,
	attribution
}: Pick<MapGeometry, 'kind' | 'attribution'>): string {
	return kind === 'schematic' && attribution ? m.view_map_attribution() : attribution;
}
