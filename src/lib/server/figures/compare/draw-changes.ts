import { mapAttribution } from '#lib/base/map/attribution.ts';
import { comparisonSentence, situationText } from '#lib/figures/compare/texts.ts';
import type { Comparison } from '#lib/figures/compare/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { drawView } from '#lib/server/figures/map-page/draw-view.ts';
import type { MapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { mapContent } from '#lib/figures/map-page/map-content.ts';

const PICTURE_WIDTH = 1_600;

/**
 * The second situation with only what is otherwise than in the first: municipalities in the colour
 * of what they became, and the points that changed. All else is bare land.
 */
export async function drawChanges(file: MapFile, comparison: Comparison): Promise<string> {
	const { db, where, view, standings, today, demoData } = file;
	const earlier = await listMunicipalityStandings(
		db,
		{ ...where, asOf: comparison.before, filters: { ...where.filters, statuses: [] } },
		{ libraries: false, milestones: false }
	);
	const statusBefore = new Map(earlier.map(({ code, status }) => [code, status]));
	const changed = new Set(comparison.points.map(({ id }) => id));
	const points = standings.points.filter(({ id }) => changed.has(id));
	const moved = standings.municipalities.filter(
		({ code, status }) => statusBefore.get(code) !== status
	);
	const movedCodes = new Set(moved.map(({ code }) => code));
	const bare = [...standings.municipalities, ...standings.others].filter(
		({ code }) => !movedCodes.has(code)
	);
	const content = mapContent(
		{ municipalities: moved, ofEveryStatus: moved, points, others: bare },
		'status'
	);
	return drawView(standings, content, { ...view, measure: 'status' }, today, {
		picture: {
			width: PICTURE_WIDTH,
			heading: m.compare_map_changes(),
			lines: [
				m.compare_from_to({
					from: situationText(comparison.before, today),
					to: situationText(comparison.view.asOf, today)
				}),
				comparisonSentence(comparison)
			],
			footer: [
				m.view_source(),
				mapAttribution(standings.geometry),
				...(demoData ? [m.view_source_demo()] : [])
			].filter(Boolean),
			legend: content.legend
		}
	});
}
