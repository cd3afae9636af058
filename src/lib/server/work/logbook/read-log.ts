import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { LogPlace, LogQuery, LogReader, LogRow } from '#lib/work/logbook/line.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { asReadBy, type LogSource } from './source.ts';
import { LOG_SOURCES, RECORD_SOURCES } from './sources.ts';

/** What a query of the log means in ids. */
export interface Wanted {
	query: LogQuery;
	reader: LogReader;
	libraries: readonly number[] | null;
	/** What has the words in its name. */
	named: { libraries: readonly number[]; points: readonly number[]; users: readonly string[] };
}

/** Lines of the log, the newest first: at most `most` after a place in it, and the place of the next. */
export async function readLog(
	db: Kysely<DB>,
	query: LogQuery,
	reader: LogReader,
	most: number
): Promise<{ rows: LogRow[]; next: LogPlace | null }> {
	const sources = sourcesFor(reader, query.library !== null)
		.filter(({ kind }) => query.kind === null || kind === query.kind)
		.map((source) => asReadBy(source, reader.role));
	if (sources.length === 0) return { rows: [], next: null };
	const wanted = { query, reader, ...(await findNamed(db, query)) };
	const { rows } = await logStatement(sources, wanted, most + 1).execute(db);
	const shown = rows.slice(0, most);
	const last = shown.at(-1);
	return { rows: shown, next: rows.length > most && last ? last : null };
}

/**
 * The sources of which a reader gets lines. A reader of one POI, and who asks for a library, gets what is
 * about libraries and what she can read elsewhere; everybody else of the rest at least that it is there.
 */
export const sourcesFor = ({ role, institutes }: LogReader, ofLibrary = false): LogSource[] =>
	LOG_SOURCES.filter(
		(source) =>
			(institutes === null && !ofLibrary) ||
			(RECORD_SOURCES.has(source) && source.readers.includes(role))
	);

/**
 * One statement for all tables: each gives its own newest by its index, and the newest of these are
 * the answer. Names are looked up of the answer alone.
 */
export function logStatement(
	sources: readonly LogSource[],
	wanted: Wanted,
	most: number
): RawBuilder<LogRow> {
	const pieces = sources.map((source) => pieceOf(source, wanted, most));
	return sql<LogRow>`
		select line.source, line.kind, line.id,
			to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
			line.recorded_by, line.recorded_for, author.name as author,
			library.slug as library_slug, library.name as library_name,
			point.id as point_id, point.name as point_name, line.milestone_code, line.facts,
			reason.label_nl as reason_nl, reason.label_en as reason_en, line.words as said,
			about.name as about_user
		from (
			select * from (${sql.join(pieces, sql` union all `)}) found
			order by found.at desc, found.source collate "C" desc, found.id desc limit ${most}
		) line
		left join information_point point on point.id = line.information_point_id
		left join lateral (
			select library_id from information_point_period
			where information_point_id = line.information_point_id order by valid_from desc limit 1
		) period on true
		left join library on library.id = coalesce(line.library_id, period.library_id)
		left join app_user author on author.id = line.recorded_by
		left join app_user about on about.id = line.user_id
		left join reason on reason.code = line.reason_code
		order by line.at desc, line.source collate "C" desc, line.id desc`;
}

/** The newest lines of one table, within what is asked. */
function pieceOf(source: LogSource, wanted: Wanted, most: number): RawBuilder<unknown> {
	const { query, reader } = wanted;
	const conditions = [
		source.where,
		query.before ? isBefore(source, query.before) : null,
		query.from && sql`${source.at} >= ${startOf(query.from)}`,
		query.to && sql`${source.at} < ${startOf(query.to, 1)}`,
		query.author && sql`${source.by} = ${query.author}`,
		wanted.libraries && isOfLibraries(source, sql`any (${wanted.libraries}::int[])`),
		reader.institutes === null
			? null
			: isOfLibraries(
					source,
					sql`any (array(select id from library where support_institute_id = any (${reader.institutes}::int[])))`
				),
		query.text && hasWords(source, wanted)
	].filter((one) => one !== null && one !== '');
	return sql`(
		select ${sql.lit(source.name)}::text as source, ${sql.lit(source.kind)}::text as kind, said.id::bigint as id,
			${source.at} as at, ${source.by}::text as recorded_by, ${source.for}::text as recorded_for,
			${source.library}::int as library_id, ${source.point}::int as information_point_id,
			${source.milestone}::text as milestone_code, ${source.facts} as facts,
			${source.reason}::text as reason_code, ${source.words}::text as words, ${source.user}::text as user_id
		from ${sql.table(source.table)} said ${source.join}
		where ${sql.join(conditions, sql` and `)}
		order by ${source.at} desc, said.id desc limit ${most})`;
}

/** The first moment of a day in the Netherlands, or of the day `later` days after it. */
const startOf = (day: Day, later = 0) =>
	sql`((${day}::date + ${sql.lit(later)})::timestamp at time zone 'Europe/Amsterdam')`;

/** Lines of one moment follow each other by the name of their source, then by id. */
function isBefore({ name, at }: LogSource, place: LogPlace): RawBuilder<unknown> {
	const moment = sql`${place.at}::timestamptz`;
	if (name < place.source) return sql`${at} <= ${moment}`;
	if (name > place.source) return sql`${at} < ${moment}`;
	return sql`(${at}, said.id) < (${moment}, ${place.id})`;
}

/** The condition that a line is about one of these libraries, or about a location of one today. */
function isOfLibraries({ library, point }: LogSource, anyOf: RawBuilder<unknown>) {
	return sql`(${library}::int = ${anyOf} or ${point}::int = any (array(
		select information_point_id from information_point_period
		where library_id = ${anyOf} and valid_to = 'infinity')))`;
}

function hasWords({ library, point, by, user, words }: LogSource, { query, named }: Wanted) {
	const pattern = containing(query.text);
	return sql`(${words}::text ilike ${pattern}
		or ${library}::int = any (${named.libraries}::int[])
		or ${point}::int = any (${named.points}::int[])
		or ${by}::text = any (${named.users}::text[])
		or ${user}::text = any (${named.users}::text[]))`;
}

/** The pattern for `like` of what has this in it; its signs mean themselves. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** The libraries, locations and people that a query means. */
async function findNamed(db: Kysely<DB>, { text, library }: LogQuery) {
	const pattern = containing(text);
	const none = { libraries: [], points: [], users: [] };
	const [named, asked] = await Promise.all([
		text === ''
			? none
			: sql<{ libraries: number[]; points: number[]; users: string[] }>`
				select array(select id from library where name ilike ${pattern} or short_name ilike ${pattern}) as libraries,
					array(select id from information_point where name ilike ${pattern}) as points,
					array(select id from app_user where name ilike ${pattern}) as users`
					.execute(db)
					.then(({ rows }) => rows[0]!),
		library === null
			? null
			: db.selectFrom('library').select('id').where('slug', '=', library).execute()
	]);
	return { named, libraries: asked && asked.map(({ id }) => id) };
}
