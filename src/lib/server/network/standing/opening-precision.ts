import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';

interface InexactOpening {
	pointId: number;
	libraryId: number;
	municipalityCode: string;
	openedOn: Day;
	precision: DatePrecision;
}

/** How exactly an opening is known; a point, library or municipality that is not in it is known by day. */
export interface OpeningPrecision {
	ofPoint: (id: number) => DatePrecision | undefined;
	/** Of the first opening of a library, which was on this day. */
	ofLibrary: (id: number, openedOn: Day | null) => DatePrecision | undefined;
	ofMunicipality: (code: string, openedOn: Day | null) => DatePrecision | undefined;
}

/** The openings on (D, K) of which only the month or year is known: they are few. */
export async function readOpeningPrecision(
	db: Kysely<DB>,
	where: Where
): Promise<OpeningPrecision> {
	const query = sql<InexactOpening>`
		select stand.information_point_id as point_id, stand.library_id, stand.municipality_code,
			stand.opened_on, opening.date_precision as precision
		from milestone_state state
			-- By point as well, so that it begins with the few such events.
			join event opening on opening.id = state.event_id and opening.date_precision <> 'day'
				and opening.information_point_id = state.information_point_id
			join information_point_state stand on stand.information_point_id = state.information_point_id
		where state.milestone_code = 'opening' and state.lane = 'status' and state.kind = 'achieved'
			and ${holdsOnBoth('state', where)} and ${holdsOnBoth('stand', where)}
			and stand.opened_on is not null`;
	const { rows } = await query.execute(db);
	const ofPoints = new Map(rows.map(({ pointId, precision }) => [pointId, precision]));
	const ofPlaces = new Map(
		rows.flatMap(({ libraryId, municipalityCode, openedOn, precision }) => [
			[`${libraryId} ${openedOn}`, precision] as const,
			[`${municipalityCode} ${openedOn}`, precision] as const
		])
	);
	const ofPlace = (place: number | string, openedOn: Day | null) =>
		openedOn === null ? undefined : ofPlaces.get(`${place} ${openedOn}`);
	return { ofPoint: (id) => ofPoints.get(id), ofLibrary: ofPlace, ofMunicipality: ofPlace };
}

/** For a row: absent where the day itself is known. */
export const precisionPart = (openedPrecision: DatePrecision | undefined) =>
	openedPrecision ? { openedPrecision } : {};
