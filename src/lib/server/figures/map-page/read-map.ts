import type { Kysely } from 'kysely';
import type {
	Headline,
	MapPointStanding,
	MunicipalityStanding,
	Selection
} from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import { insideCells } from '#lib/base/map/inside-cell.ts';
import type { MapGeometry } from '#lib/base/map/types.ts';
import { INLINE_POINTS, listMapPoints } from '#lib/server/network/standing/list-map-points.ts';
import {
	listMunicipalityStandings,
	selectByStatus
} from '#lib/server/network/standing/list-municipality-standings.ts';
import { readHeadline, readLocations } from '#lib/server/network/standing/read-headline.ts';
import { selectionOf } from '#lib/server/network/standing/read-selection.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import {
	readOrganisations,
	type Organisations
} from '#lib/server/network/standing/read-organisations.ts';
import {
	knownDay,
	ofEveryStatus as withoutStatuses,
	statusDay,
	type Where
} from '#lib/server/base/selection/where.ts';
import { countedTo, listMunicipalityLooks } from '#lib/server/ledger/last-look/list-last-looks.ts';
import { readThreshold } from '#lib/server/ledger/threshold/threshold.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import type { OtherMunicipality } from '#lib/figures/map-page/map-content.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { MapLooks } from '#lib/figures/map-page/look-class.ts';

/** What the map of a view is drawn from. */
export interface MapStandings {
	headline: Headline;
	/** What the statuses asked for select; null when none is asked for. */
	selection: Selection | null;
	/** Those that the map colours and the list shows. */
	municipalities: readonly MunicipalityStanding[];
	/** Those of every status, which the headline, the legend and the shares of provinces are about. */
	ofEveryStatus: readonly MunicipalityStanding[];
	/** Empty when there are more than `INLINE_POINTS`: the browser then asks for them per view. */
	points: readonly MapPointStanding[];
	pointCount: number;
	geometry: MapGeometry;
	/** The day of the facts. */
	factDay: Day;
	/** Why what is late is late; null in a country too large to read it of all. */
	reasons: Reasons | null;
	/** When somebody last looked at libraries; null where the colours say something else. */
	looks: MapLooks | null;
	/** The municipalities that the filters leave out. */
	others: readonly OtherMunicipality[];
}

const NO_BOUNDARIES: MapGeometry = {
	boundarySet: 0,
	kind: 'schematic',
	attribution: '',
	cells: [],
	provinces: []
};

export interface ReadMapOptions {
	/** Also read the milestones of all municipalities; where the view needs them when absent. */
	milestones?: boolean;
	/** When they were asked for already, with the same `where`. */
	organisations?: Promise<Organisations>;
	municipalities?: Promise<readonly MunicipalityStanding[]>;
}

/**
 * Reads municipalities, points and headline figures of a view, with the borders of its day. The
 * milestones of all municipalities are read where the view needs them, or where asked.
 */
export async function readMap(
	db: Kysely<DB>,
	where: Where,
	view: View,
	options: ReadMapOptions = {}
): Promise<MapStandings> {
	const [ofEveryStatus, all, { points, locations }, organisations, geometry, looks] =
		await Promise.all([
			options.municipalities ?? readMunicipalities(db, where, view, options.milestones),
			isUnfiltered(where.filters) ? [] : listNames(db, where),
			readPoints(db, where),
			options.organisations ?? readOrganisations(db, where),
			findGeometry(db, statusDay(where)),
			view.measure === 'looks' ? readLooks(db, where) : null
		]);
	const municipalities = selectByStatus(ofEveryStatus, where);
	const parts = { municipalities: ofEveryStatus, locations, organisations };
	const [headline, reasons] = await Promise.all([
		readHeadline(db, where, parts),
		locations.onMap <= INLINE_POINTS ? listReasons(db, where) : null
	]);
	const inside = new Set(municipalities.map(({ code }) => code));
	return {
		headline,
		selection: selectionOf(where, municipalities, organisations, locations),
		municipalities,
		ofEveryStatus,
		others: all.filter(({ code }) => !inside.has(code)),
		points: geometry ? insideCells(points, geometry) : points,
		pointCount: locations.onMap,
		geometry: geometry ?? NO_BOUNDARIES,
		factDay: statusDay(where),
		reasons,
		looks
	};
}

async function readLooks(db: Kysely<DB>, where: Where): Promise<MapLooks> {
	// A municipality shows what its library has, also when the filter by status leaves the library out.
	const [silentWeeks, lastOn] = await Promise.all([
		readThreshold(db, 'silent_weeks', knownDay(where)),
		listMunicipalityLooks(db, withoutStatuses(where))
	]);
	return { countedTo: countedTo(where), silentWeeks, lastOn };
}

/** The municipalities of a view, of every status, for the map and for the list. */
export function readMunicipalities(
	db: Kysely<DB>,
	where: Where,
	view: View,
	milestones = needsAllMilestones(view)
): Promise<MunicipalityStanding[]> {
	return listMunicipalityStandings(db, where, { libraries: false, milestones });
}

/** Otherwise the list reads the milestones of the municipalities on its page only. */
export function needsAllMilestones({ measure, list, sort }: View): boolean {
	return measure === 'milestones' || (list === 'municipalities' && sort === 'milestones');
}

/** Every municipality of the day, whatever the filters. */
async function listNames(db: Kysely<DB>, where: Where): Promise<OtherMunicipality[]> {
	const day = statusDay(where);
	const rows = await db
		.selectFrom('municipality')
		.innerJoin('province', 'province.code', 'municipality.provinceCode')
		.select([
			'municipality.code',
			'municipality.name',
			'municipality.provinceCode',
			'province.slug',
			'province.name as provinceName'
		])
		.where('municipality.validFrom', '<=', day)
		.where('municipality.validTo', '>', day)
		.execute();
	return rows.map(({ code, name, provinceCode, slug, provinceName }) => {
		return { code, name, province: { code: provinceCode, slug, name: provinceName } };
	});
}

/** Counted first: in a large country reading the first thousands only to drop them takes longest. */
async function readPoints(db: Kysely<DB>, where: Where) {
	const locations = await readLocations(db, where);
	return {
		points: locations.onMap <= INLINE_POINTS ? await listMapPoints(db, where) : [],
		locations
	};
}
