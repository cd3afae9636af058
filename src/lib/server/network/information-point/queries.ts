import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { InformationPoint } from '#lib/network/information-point/information-point.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readingDays, stateHolds } from '#lib/server/ledger/milestone/reading-days.ts';

/** Which points: of a library, one by its id, or those standing in a municipality or province. */
export type PointScope = Subject | { municipalityCode: string } | { provinceCode: string };

/** The points that exist on (D, K) in the scope, by municipality and name. */
export async function listInformationPointsIn(
	db: Kysely<DB>,
	scope: PointScope,
	asOf: AsOf,
	today: Day
): Promise<InformationPoint[]> {
	const days = readingDays(asOf, today);
	const { rows } = await sql<InformationPoint>`
		select point.id, point.name, point.town, point.location_type, point.host_name,
			point.service_variant, point.address, point.postcode, point.lat, point.lon,
			point.location_precision, point.invented, point.source, point.confidence,
			jsonb_build_object('id', library.id, 'slug', library.slug, 'name', library.name,
				'support_institute_id', library.support_institute_id) as library,
			jsonb_build_object('code', municipality.code, 'name', municipality.name) as municipality,
			jsonb_build_object('code', province.code, 'slug', province.slug, 'name', province.name) as province,
			lanes.first_plan_on, lanes.plan_on, lanes.forecast_on,
			lanes.opening_status, lanes.opening_status_on, lanes.opening_reason_code, lanes.opening_form,
			opening.date_precision as opening_precision,
			lanes.operation, lanes.operation_on, lanes.operation_reason_code, lanes.operation_ends_on
		from information_point_period period
		join information_point point on point.id = period.information_point_id
		join library on library.id = period.library_id
		join municipality on municipality.code = period.municipality_code
		join province on province.code = municipality.province_code
		join lateral (
			select count(*) as states,
				max(target_on) filter (where lane = 'first_plan') as first_plan_on,
				max(target_on) filter (where lane = 'plan') as plan_on,
				max(target_on) filter (where lane = 'forecast') as forecast_on,
				max(kind) filter (where ${ofOpening}) as opening_status,
				max(on_day) filter (where ${ofOpening}) as opening_status_on,
				max(reason_code) filter (where ${ofOpening}) as opening_reason_code,
				max(opening_form) filter (where ${ofOpening}) as opening_form,
				max(event_id) filter (where ${ofOpening}) as opening_event_id,
				max(kind) filter (where ${ofOperation}) as operation,
				max(on_day) filter (where ${ofOperation}) as operation_on,
				max(reason_code) filter (where ${ofOperation}) as operation_reason_code,
				max(target_on) filter (where ${ofOperation}) as operation_ends_on
			from milestone_state state
			where state.information_point_id = point.id
			and state.milestone_code in ('opening', 'operation')
			and ${stateHolds(days)}
		) lanes on lanes.states > 0
		left join event opening on opening.id = lanes.opening_event_id
		where period.valid_from <= ${days.factDay} and ${days.factDay} < period.valid_to
		and ${inScope(scope)}
		order by municipality.name, point.name, point.id`.execute(db);
	return rows;
}

const ofOpening = sql.raw(`milestone_code = 'opening' and lane = 'status'`);
const ofOperation = sql.raw(`milestone_code = 'operation' and lane = 'status'`);

function inScope(scope: PointScope): RawBuilder<boolean> {
	if ('municipalityCode' in scope) return sql`period.municipality_code = ${scope.municipalityCode}`;
	if ('provinceCode' in scope) return sql`municipality.province_code = ${scope.provinceCode}`;
	return scope.level === 'library'
		? sql`period.library_id = ${scope.id}`
		: sql`point.id = ${scope.id}`;
}

/** Who ran a point and where it stood, period by period, first one first. */
export interface PointPeriod {
	validFrom: Day;
	validTo: Day;
	librarySlug: string;
	libraryName: string;
	municipalityCode: string;
	municipalityName: string;
}

/** What does not change with the date: the name of a point and its periods; undefined for no such point. */
export async function findInformationPointRecord(
	db: Kysely<DB>,
	id: number
): Promise<{ id: number; name: string; periods: PointPeriod[] } | undefined> {
	const point = await db
		.selectFrom('informationPoint')
		.select(['id', 'name'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!point) return undefined;
	const periods = await db
		.selectFrom('informationPointPeriod as period')
		.innerJoin('library', 'library.id', 'period.libraryId')
		.innerJoin('municipality', 'municipality.code', 'period.municipalityCode')
		.where('period.informationPointId', '=', id)
		.select([
			'period.validFrom',
			'period.validTo',
			'library.slug as librarySlug',
			'library.name as libraryName',
			'municipality.code as municipalityCode',
			'municipality.name as municipalityName'
		])
		.orderBy('period.validFrom')
		.execute();
	return { ...point, periods };
}

/** The first day on which the point exists, as known at the end of `knownOn`; null when it does not. */
export async function findPointStart(
	db: Kysely<DB>,
	id: number,
	knownOn: Day
): Promise<Day | null> {
	const row = await db
		.selectFrom('milestoneState')
		.select((eb) => eb.fn.min('validFrom').as('startsOn'))
		.where('informationPointId', '=', id)
		.where('milestoneCode', 'in', ['opening', 'operation'])
		.where('knownFrom', '<=', knownOn)
		.where('knownTo', '>', knownOn)
		.executeTakeFirst();
	return row?.startsOn ?? null;
}
