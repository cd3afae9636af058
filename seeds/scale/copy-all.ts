import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Copies per statement; each gives a line of progress. */
const COPIES_PER_STEP = 9;
const POINTS_PER_REFRESH = 4_000;

interface Sizes {
	libraries: number;
	points: number;
	events: number;
}

/** Copies 2 to `copies` of everything that belongs to libraries and points. Triggers must be off. */
export async function copyAll(
	trx: Transaction<DB>,
	copies: number,
	log: (line: string) => void
): Promise<void> {
	const { rows } = await sql<Sizes>`
		select (select max(id) from library) as libraries, (select max(id) from information_point) as points,
			(select max(id) from event) as events`.execute(trx);
	const sizes = rows[0]!;
	// Together the libraries of a municipality still serve all of it, and not more.
	await sql`update library_municipality set share = greatest(0.0001, trunc(share / ${copies}, 4))`.execute(
		trx
	);
	for (let from = 1; from < copies; from += COPIES_PER_STEP) {
		const to = Math.min(copies, from + COPIES_PER_STEP) - 1;
		for (const statement of copyStatements(sizes, from, to)) await statement.execute(trx);
		log(`${to + 1} of ${copies} copies.`);
	}
}

/** The projection per point also depends on periods, which do not shift, so it is made anew. */
export async function refreshPoints(trx: Transaction<DB>): Promise<void> {
	const { rows } = await sql<{ last: number }>`
		select max(id) as last from information_point`.execute(trx);
	for (let from = 1; from <= rows[0]!.last; from += POINTS_PER_REFRESH) {
		await sql`select refresh_information_point_state(array(
			select id from information_point where id >= ${from} and id < ${from + POINTS_PER_REFRESH}))`.execute(
			trx
		);
	}
}

/** In copy k ids are k times the size higher, and days up to a week earlier. */
function copyStatements(sizes: Sizes, from: number, to: number): RawBuilder<unknown>[] {
	const copy = sql`generate_series(${sql.lit(from)}, ${sql.lit(to)}) as k`;
	const library = (column: string) => sql`${sql.ref(column)} + k * ${sql.lit(sizes.libraries)}`;
	const point = (column: string) => sql`${sql.ref(column)} + k * ${sql.lit(sizes.points)}`;
	const event = (column: string) => sql`${sql.ref(column)} + k * ${sql.lit(sizes.events)}`;
	const earlier = (column: string) => sql`${sql.ref(column)} - k % 7`;
	return [
		sql`insert into library (id, slug, name, short_name, province_code, support_institute_id, main_town, isil, website,
				cohort, template_id, active_from, active_to, notes, source, confidence, municipalities_confidence,
				support_institute_confidence, support_institute_source)
			overriding system value
			select ${library('id')}, slug || '-' || k, name || ' ' || k, short_name || ' ' || k, province_code,
				support_institute_id, main_town, isil, website, cohort, template_id, active_from, active_to, notes, source,
				'invented', municipalities_confidence, support_institute_confidence, support_institute_source
			from library, ${copy} where id <= ${sql.lit(sizes.libraries)}`,
		sql`insert into library_municipality (library_id, municipality_code, valid_from, valid_to, share, source, confidence)
			select ${library('library_id')}, municipality_code, valid_from, valid_to, share, source, 'invented'
			from library_municipality, ${copy} where library_id <= ${sql.lit(sizes.libraries)}`,
		sql`insert into library_succession (from_library_id, to_library_id, kind, effective_on, source, confidence)
			select ${library('from_library_id')}, ${library('to_library_id')}, kind, effective_on, source, 'invented'
			from library_succession, ${copy} where from_library_id <= ${sql.lit(sizes.libraries)}`,
		sql`insert into information_point (id, name, town, location_type, host_name, service_variant, address, postcode,
				lat, lon, location_precision, invented, template_id, source, confidence, created_at, created_by)
			select ${point('id')}, name || ' ' || k, town, location_type, host_name, service_variant, address, postcode,
				lat + 0.02 * sin(id * 7 + k * 3), lon + 0.03 * cos(id * 11 + k * 5), location_precision, true, template_id,
				source, 'invented', created_at, created_by
			from information_point, ${copy} where id <= ${sql.lit(sizes.points)}`,
		sql`insert into information_point_period (information_point_id, library_id, municipality_code, valid_from, valid_to)
			select ${point('information_point_id')}, ${library('library_id')}, municipality_code,
				case when valid_from = min(valid_from) over (partition by information_point_id, k)
					then ${earlier('valid_from')} else valid_from end, valid_to
			from information_point_period, ${copy} where information_point_id <= ${sql.lit(sizes.points)}`,
		sql`insert into event (id, library_id, information_point_id, milestone_code, kind, effective_on, target_on,
				opening_form, date_precision, reason_code, note, note_visibility, recorded_at, recorded_by, recorded_for,
				corrects_event_id, source, confidence)
			select ${event('id')}, ${library('library_id')}, ${point('information_point_id')}, milestone_code, kind,
				${earlier('effective_on')}, ${earlier('target_on')}, opening_form, date_precision, reason_code, note,
				note_visibility, recorded_at - make_interval(days => k % 7), recorded_by, recorded_for,
				${event('corrects_event_id')}, source, 'invented'
			from event, ${copy} where id <= ${sql.lit(sizes.events)}`,
		sql`insert into milestone_state (library_id, information_point_id, milestone_code, lane, valid_from, valid_to,
				known_from, known_to, event_id, kind, on_day, target_on, opening_form, reason_code)
			select ${library('library_id')}, ${point('information_point_id')}, milestone_code, lane,
				${earlier('valid_from')}, ${earlier('valid_to')}, ${earlier('known_from')}, ${earlier('known_to')},
				${event('event_id')}, kind, ${earlier('on_day')}, ${earlier('target_on')}, opening_form, reason_code
			from milestone_state, ${copy} where event_id <= ${sql.lit(sizes.events)}`,
		sql`insert into milestone_change (library_id, information_point_id, change)
			select ${library('library_id')}, ${point('information_point_id')}, change from milestone_change, ${copy}
			where library_id <= ${sql.lit(sizes.libraries)} or information_point_id <= ${sql.lit(sizes.points)}`
	];
}
