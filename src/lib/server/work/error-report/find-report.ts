import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { historySentence } from '#lib/ledger/change/sentence.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { DETAIL_TRAITS } from '#lib/network/trait/details.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listHistory } from '#lib/server/ledger/change/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { hashToken } from '#lib/server/work/weekly-mail/token.ts';
import type { ReportStanding } from '#lib/work/error-report/error-report.ts';
import { personalProblem } from '#lib/work/error-report/read-report-form.ts';
import { detailLabel } from '#lib/work/location/detail-said.ts';

/** More changes than this are not told one by one. */
const MOST_CHANGES = 20;

interface ReportRow extends Omit<ReportStanding, 'changes'> {
	recordedAt: string;
	libraryId: number | null;
	informationPointId: number | null;
}

/** What became of the report with this code in its address; null when there is none. */
export async function findReport(db: Kysely<DB>, code: string): Promise<ReportStanding | null> {
	const query = sql<ReportRow>`
		select report.path, report.about, report.message, standing.received_on,
			institute.full_name as institute, standing.answered_on, standing.kind, standing.reply,
			report.recorded_at::text as recorded_at, report.library_id, report.information_point_id
		from error_report report
			join error_report_standing standing on standing.report_id = report.id
			left join support_institute institute on institute.id = report.support_institute_id
		where report.code_hash = ${hashToken(code)}`;
	const [row] = (await query.execute(db)).rows;
	if (!row) return null;
	const { recordedAt, libraryId, informationPointId, ...standing } = row;
	return {
		...standing,
		// An adviser wrote it in her list; what seems to be of a person does not go to the public.
		reply:
			standing.reply !== null && personalProblem(standing.reply) !== null
				? m.error_report_reply_hidden()
				: standing.reply,
		changes: await listChanges(db, recordedAt, { libraryId, informationPointId })
	};
}

type Ids = Pick<ReportRow, 'libraryId' | 'informationPointId'>;

/** What was recorded since of the location, or of the library with its locations; the last first. */
async function listChanges(db: Kysely<DB>, since: string, ids: Ids) {
	const { libraryId, informationPointId } = ids;
	if (libraryId === null) return [];
	const subject = informationPointId === null ? libraryOf(libraryId) : pointOf(informationPointId);
	const [{ entries }, traits] = await Promise.all([
		listHistory(db, undefined, subject, { limit: MOST_CHANGES }),
		listTraits(db, since, ids)
	]);
	const moment = new Date(since).getTime();
	const events = entries
		.filter(({ recordedAt }) => new Date(recordedAt).getTime() > moment)
		.map((entry) => ({
			on: entry.recordedOn,
			text: historySentence(entry, { locale: getLocale(), showSubject: true })
		}));
	return [...events, ...traits].toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, MOST_CHANGES);
}

/** Details and hours of locations that were put right, each trait once a day. */
async function listTraits(db: Kysely<DB>, since: string, { libraryId, informationPointId }: Ids) {
	const query = sql<{ on: Day; trait: string; name: string }>`
		select distinct row.recorded_on as on, row.trait, point.name
		from point_trait row join information_point point on point.id = row.information_point_id
		where row.recorded_at > ${since}::timestamptz and row.undoes_id is null and row.trait <> 'seat'
			and case when ${informationPointId}::int is not null then point.id = ${informationPointId}
				else exists (select from information_point_period period
					where period.information_point_id = point.id and period.library_id = ${libraryId}) end
		order by 1 desc, 3, 2 limit ${MOST_CHANGES}`;
	return (await query.execute(db)).rows.map(({ on, trait, name }) => {
		const detail = DETAIL_TRAITS.find((one) => one === trait);
		const what = detail ? detailLabel(detail) : m.error_report_hours();
		return { on, text: m.error_report_changed_detail({ name, what: what.toLowerCase() }) };
	});
}
