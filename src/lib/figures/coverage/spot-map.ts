import { statusLabel } from '#lib/base/status/status-label.ts';
import { mapLegend } from '#lib/base/map/legend.ts';
import type { CellClass, MapCell, MapLegend } from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';

/** No status looks like this: light, with upright lines, and an outline is drawn around it too. */
const SUPPOSED: CellClass = 'share_3';

/** The municipalities of the map of white spots, those apart where a what-if opens a point. */
export function spotCells(
	{ whiteSpots }: Pick<Coverage, 'whiteSpots'>,
	standings: readonly MunicipalityStanding[]
): MapCell[] {
	const supposed = new Set(whiteSpots.filter((spot) => spot.supposed).map(({ code }) => code));
	return standings.map(({ code, name, status }) => ({
		code,
		cls: supposed.has(code) ? SUPPOSED : status,
		label: `${name}: ${statusLabel(status)}`
	}));
}

/** The statuses that occur, and what is only supposed when that does. */
export function spotLegend(cells: readonly MapCell[]): MapLegend {
	const legend = mapLegend('status', cells, []);
	const known = legend.entries.filter(({ count }) => count > 0);
	const supposed = cells.filter(({ cls }) => cls === SUPPOSED).length;
	const more = { cls: SUPPOSED, label: m.coverage_map_legend_whatif(), count: supposed };
	return {
		...legend,
		heading: m.coverage_map_legend(),
		entries: supposed > 0 ? [more, ...known] : known
	};
}
