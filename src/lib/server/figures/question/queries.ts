import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { exactnessOf, publisherOf } from '#lib/figures/reconciliation/published.ts';
import type { PublishedQuestions, QuarterQuestions } from '#lib/figures/question/types.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { isKnown, knownDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';

/** What the published figures call questions since the start. */
const QUESTION_METRIC = 'questions_cumulative';

/** Open on `day`, as known on K, as far as the filters let it through: our count of locations. */
const openOn = (day: ReturnType<typeof sql>, where: Where) => sql<number>`(
	select count(*)::int from information_point_state stand
	where stand.realised and not stand.outside_library and ${isKnown('stand', where)}
		and stand.valid_from <= ${day} and stand.valid_to > ${day} and ${pointFilter(where)})`;

/**
 * Registered questions per quarter that was over on D, from the last file of it known on K; oldest
 * first. A location counts for the library and the municipality that it had at the end of the quarter.
 */
export async function listQuarterQuestions(
	db: Kysely<DB>,
	where: Where
): Promise<QuarterQuestions[]> {
	const place = isUnfiltered({ ...where.filters, statuses: [] })
		? sql``
		: sql`join information_point_period stand on stand.information_point_id = count.information_point_id
			and stand.valid_from <= file.quarter_end and stand.valid_to > file.quarter_end and ${pointFilter(where)}`;
	const query = sql<QuarterQuestions>`
		with file as (
			select distinct on (quarter_end) id, quarter_end, recorded_on from question_import
			where quarter_end <= ${where.asOf.validOn} and recorded_on <= ${knownDay(where)}
			order by quarter_end, recorded_at desc, id desc
		)
		select file.quarter_end, coalesce(sum(count.questions), 0)::int as questions, count(*)::int as locations,
			(count(*) filter (where count.questions is null))::int as suppressed,
			${openOn(sql`file.quarter_end`, where)} as open, file.recorded_on as imported_on
		from file join question_count count on count.import_id = file.id ${place}
		group by file.quarter_end, file.recorded_on order by 1`;
	return (await query.execute(db)).rows;
}

interface PublishedRow {
	dated: string;
	appliesOn: Day;
	value: number;
	valueText: string;
	description: string;
	source: string;
	open: number;
}

/** Published numbers of questions that are about a day up to D and K; oldest first. */
export async function listPublishedQuestions(
	db: Kysely<DB>,
	where: Where
): Promise<PublishedQuestions[]> {
	const query = sql<PublishedRow>`
		select dated, applies_on, value::float8 as value, value_text, description, source,
			${openOn(sql`published_figure.applies_on`, where)} as open
		from published_figure
		where metric = ${QUESTION_METRIC} and applies_on <= ${where.asOf.validOn} and applies_on <= ${knownDay(where)}
		order by applies_on, id`;
	return (await query.execute(db)).rows.map(({ valueText, ...row }) => ({
		...row,
		atLeast: exactnessOf(valueText, row.description) === 'at_least',
		publisher: publisherOf(row.source)
	}));
}

/** A file that was imported, as the programme manager sees it. */
export interface QuestionImport {
	quarterEnd: Day;
	fileName: string;
	recordedAt: Date;
	author: string;
	locations: number;
	suppressed: number;
}

/** The files that were imported, the last one first. */
export async function listImports(db: Kysely<DB>): Promise<QuestionImport[]> {
	const query = sql<QuestionImport>`
		select file.quarter_end, file.file_name, file.recorded_at, coalesce(author.name, file.recorded_for) as author,
			count(*)::int as locations, (count(*) filter (where count.questions is null))::int as suppressed
		from question_import file join question_count count on count.import_id = file.id
			left join app_user author on author.id = file.recorded_by
		group by file.id, author.name order by file.recorded_at desc, file.id desc`;
	return (await query.execute(db)).rows;
}

/** The locations that were open in a quarter: the lines of an empty file. By name. */
export async function listOpenLocations(
	db: Kysely<DB>,
	{ start, end }: { start: Day; end: Day }
): Promise<{ id: number; name: string; library: string }[]> {
	const query = sql<{ id: number; name: string; library: string }>`
		select distinct on (point.searchable, point.id) point.id, point.name, library.name as library
		from information_point_state stand
			join information_point point on point.id = stand.information_point_id
			join library on library.id = stand.library_id
		where stand.realised and stand.known_to = 'infinity' and stand.valid_from <= ${end} and stand.valid_to > ${start}
		order by point.searchable, point.id, stand.valid_from desc`;
	return (await query.execute(db)).rows;
}
