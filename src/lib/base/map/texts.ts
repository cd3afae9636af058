import { statusLabel } from '#lib/base/status/status-label.ts';
import { m } from '#lib/paraglide/messages.js';
import { entriesOf } from './status-mix.ts';
import type {
	CellClass,
	MapMeasure,
	MapTexts,
	PointStatus,
	ShareClass,
	StatusMix
} from './types.ts';

const mixTexts: Record<PointStatus, (inputs: { count: number }) => string> = {
	realised: m.map_mix_realised,
	temporarily_closed: m.map_mix_temporarily_closed,
	online_now: m.map_mix_online_now,
	online_only: m.map_mix_online_only,
	plan_overdue: m.map_mix_plan_overdue,
	planned_90: m.map_mix_planned_90,
	planned_later: m.map_mix_planned_later,
	plan_withdrawn: m.map_mix_plan_withdrawn,
	not_planned: m.map_mix_not_planned,
	closed: m.map_mix_closed
};

const shareTexts: Record<ShareClass, () => string> = {
	share_1: m.map_share_1,
	share_2: m.map_share_2,
	share_3: m.map_share_3,
	share_4: m.map_share_4,
	share_5: m.map_share_5,
	no_value: m.map_share_no_value
};

function isShareClass(cls: CellClass): cls is ShareClass {
	return Object.hasOwn(shareTexts, cls);
}

const headings: Record<MapMeasure, () => string> = {
	status: m.map_legend_status,
	milestones: m.map_legend_milestones,
	inhabitants: m.map_legend_inhabitants,
	looks: m.map_legend_looks
};

/** The name of a class in the legend, in the language of the reader. */
export const cellLabel = (cls: CellClass) =>
	isShareClass(cls) ? shareTexts[cls]() : statusLabel(cls);

/** The name of a status of a point in the legend. */
export const pointLabel = (status: PointStatus) => statusLabel(status);

export const legendHeading = (measure: MapMeasure) => headings[measure]();
export const pointHeading = () => m.map_legend_points();

/** "12 informatiepunten: 9 gerealiseerd, 3 gepland binnen 90 dagen" */
export function clusterLabel(count: number, mix: StatusMix): string {
	const parts = entriesOf(mix).map(([status, number]) => mixTexts[status]({ count: number }));
	return m.map_cluster({ count, mix: parts.join(', ') });
}

/** The texts of the map that are not about one place, in the language of the reader. */
export function mapTexts(): MapTexts {
	return {
		region: m.map_region(),
		keys: m.map_keys(),
		zoomIn: m.map_zoom_in(),
		zoomOut: m.map_zoom_out(),
		wholeCountry: m.map_whole_country(),
		twoFingers: m.map_two_fingers(),
		ctrlScroll: m.map_ctrl_scroll(),
		close: m.map_close(),
		openDossier: m.map_open_dossier(),
		approximate: m.map_approximate(),
		cluster: clusterLabel
	};
}
