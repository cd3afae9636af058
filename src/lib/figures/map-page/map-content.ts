import { municipalityText, mapPoint } from '#lib/network/standing/place-text.ts';
import type {
	MapPointStanding,
	MunicipalityStanding,
	ProvinceName
} from '#lib/network/standing/types.ts';
import type { SaidOfLate } from '#lib/network/standing/why-late.ts';
import type { Day } from '#lib/base/day/day.ts';
import { formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { mapLegend, shareClass } from '#lib/base/map/legend.ts';
import type {
	CellClass,
	MapCell,
	MapLegend,
	MapMeasure,
	MapPoint,
	MapProvince
} from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { lookClass, lookLabels, lookText, type MapLooks } from './look-class.ts';

/** A municipality that is not in the selection. */
export interface OtherMunicipality {
	code: string;
	name: string;
	province: ProvinceName;
}

/** Everything that a map shows, in the language of the reader; outlines are kept apart. */
export interface MapContent {
	cells: MapCell[];
	provinces: MapProvince[];
	points: MapPoint[];
	legend: MapLegend;
}

/** What a map is made of. */
export interface MapParts {
	/** Those to colour. */
	municipalities: readonly MunicipalityStanding[];
	/** Those of every status: the legend counts them, and shares of provinces are about them. */
	ofEveryStatus: readonly MunicipalityStanding[];
	points: readonly MapPointStanding[];
	/** Those that the filters leave out: bare land with a name and a link. */
	others: readonly OtherMunicipality[];
	/** What was said of what is late, by code or id. */
	reasons?: Readonly<
		Record<'municipalities' | 'points', ReadonlyMap<number | string, SaidOfLate>>
	> | null;
	/** The day of the facts. */
	factDay?: Day;
	/** Where the colours say how long ago somebody looked. */
	looks?: MapLooks | null;
}

/** What the map shows of these municipalities and points. */
export function mapContent(
	{ municipalities, ofEveryStatus, points, others, reasons, factDay, looks }: MapParts,
	measure: MapMeasure
): MapContent {
	const provinceShares = shareByProvince(ofEveryStatus);
	const provinces = mapProvinces(ofEveryStatus, provinceShares, measure);
	const classOf = (standing: MunicipalityStanding) =>
		measure === 'looks' && looks
			? lookClass(standing.code, looks)
			: cellClass(standing, provinceShares.get(standing.province.code) ?? null, measure);
	const cells = municipalities.map((standing): MapCell => {
		const provinceShare = provinceShares.get(standing.province.code) ?? null;
		return {
			code: standing.code,
			cls: classOf(standing),
			label: municipalityText(standing, measure, provinceShare, {
				factDay,
				...reasons?.municipalities.get(standing.code),
				...(looks ? { first: lookText(standing.code, looks) } : {})
			})
		};
	});
	// Per province there is a figure to read, which points would cover.
	const drawnPoints =
		measure === 'inhabitants'
			? []
			: points.map((point) => mapPoint(point, { factDay, ...reasons?.points.get(point.id) }));
	const places =
		measure === 'inhabitants'
			? [...provinceShares.values()].map((share) => ({ cls: shareClass(share) }))
			: ofEveryStatus.map((standing) => ({ cls: classOf(standing) }));
	const legend = mapLegend(measure, places, drawnPoints, looks ? lookLabels(looks) : undefined);
	return { cells: [...cells, ...others.map(otherCell)], provinces, points: drawnPoints, legend };
}

function otherCell({ code, name, province }: OtherMunicipality): MapCell {
	return {
		code,
		cls: null,
		label: m.view_place_municipality({ name, province: province.name, what: m.view_place_other() })
	};
}

function cellClass(
	standing: MunicipalityStanding,
	provinceShare: number | null,
	measure: MapMeasure
): CellClass {
	if (measure === 'milestones') return shareClass(standing.milestonesShare);
	if (measure === 'inhabitants') return shareClass(provinceShare);
	return standing.status;
}

/** Part of the inhabitants of a province in municipalities with a realised point; null without count. */
function shareByProvince(
	municipalities: readonly MunicipalityStanding[]
): Map<string, number | null> {
	const sums = new Map<string, { covered: number; total: number }>();
	for (const { province, inhabitants, facts } of municipalities) {
		const sum = sums.get(province.code) ?? { covered: 0, total: 0 };
		sum.total += inhabitants ?? 0;
		if (facts.realised > 0) sum.covered += inhabitants ?? 0;
		sums.set(province.code, sum);
	}
	return new Map(
		[...sums].map(([code, { covered, total }]) => [
			code,
			total > 0 ? shareOf(covered, total) : null
		])
	);
}

function mapProvinces(
	municipalities: readonly MunicipalityStanding[],
	shares: ReadonlyMap<string, number | null>,
	measure: MapMeasure
): MapProvince[] {
	const names = new Map(municipalities.map(({ province }) => [province.code, province.name]));
	return [...names].map(([code, name]) => {
		const share = shares.get(code);
		if (measure !== 'inhabitants' || share === undefined || share === null)
			return { code, label: name };
		const text = formatShare(share);
		return { code, label: m.view_place_province({ province: name, share: text }), text };
	});
}
