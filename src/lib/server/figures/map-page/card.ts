import { mapAttribution } from '#lib/base/map/attribution.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { drawView, viewTitle } from './draw-view.ts';
import type { MapFile } from './read-map-file.ts';

/** The picture that other sites show beside a link to this view: its figures and its map. */
export function drawCardOf({ standings, content, view, today, demoData }: MapFile): string {
	const { locations, municipalities, inhabitants } = standings.headline;
	const { covered, total } = municipalities;
	return drawView(standings, content, view, today, {
		card: {
			site: m.common_product_name(),
			heading: viewTitle(view, today),
			figures: [
				{
					value: formatNumber(locations.open),
					label: m.view_card_locations({ count: locations.open })
				},
				{
					value: m.view_card_of({ part: formatNumber(covered), whole: formatNumber(total) }),
					label: m.view_card_municipalities()
				},
				{
					value: formatShare(shareOf(inhabitants.covered, inhabitants.total)),
					label: m.view_card_inhabitants()
				}
			],
			footer: [mapAttribution(standings.geometry), ...(demoData ? [m.view_source_demo()] : [])]
		}
	});
}
