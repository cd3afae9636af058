import type { EditionSituation } from '#lib/publish/edition/types.ts';
import { drawPictureOf } from '#lib/server/figures/map-page/picture.ts';
import type { MapStandings } from '#lib/server/figures/map-page/read-map.ts';
import { mapContent } from '#lib/figures/map-page/map-content.ts';

/** The map of an edition as SVG that stands on its own, in the language of the moment. */
export function drawEditionMap({ progress }: EditionSituation, standings: MapStandings): string {
	const { view, today, demoData } = progress;
	const content = mapContent(standings, view.measure);
	return drawPictureOf({ standings, content, view, today, demoData });
}
