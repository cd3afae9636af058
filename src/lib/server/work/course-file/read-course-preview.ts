import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { dayInAmsterdam, formatDay, type Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { authorText } from '#lib/ledger/change/sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { COURSES } from '#lib/programme/course/course.ts';
import { countText, courseLabel } from '#lib/programme/course/labels.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { pageOfFate, type Preview } from '#lib/server/work/workbook/read-preview.ts';
import type { Upload } from '#lib/server/work/workbook/queries.ts';
import { courseColumnLabel } from '#lib/work/course-file/columns.ts';
import type { CourseRemark, JudgedCourseRow, KnownCourses } from '#lib/work/course-file/types.ts';
import { placeOfRow } from '#lib/work/load/row-place.ts';
import { NO_CHOICE, type UploadAnswers } from '#lib/work/workbook/answers.ts';
import type { ShownRow } from '#lib/work/workbook/shown-row.ts';
import { readCoursePlan } from './apply-course-file.ts';

/** One page of the preview of a file of courses, of the fate that the address asks for. */
export async function readCoursePreview(
	db: Kysely<DB>,
	user: User,
	upload: Upload,
	{ search, today }: { search: URLSearchParams; today: Day }
): Promise<Preview> {
	const { rows } = await readCoursePlan(db, user, upload, today);
	const { own, ...shown } = pageOfFate(rows, search);
	const unknown = rows.flatMap(({ unknownLibrary }) => unknownLibrary ?? []);
	return {
		...shown,
		rows: own.map((row) => showRow(row, upload.answers)),
		unknownLibraries: [...new Set(unknown)].slice(0, 30),
		...{ unknownColumns: [], asksOrder: false, asksHeader: false }
	};
}

function showRow(
	{ row, fate, changes, library, theirs }: JudgedCourseRow,
	{ rows }: UploadAnswers
): ShownRow {
	const year = row.year === null ? [] : [String(row.year)];
	const { mineOver } = rows[row.key] ?? NO_CHOICE;
	return {
		...{ key: row.key, fate, changes, place: placeOfRow(row), mineOver },
		title: [library?.name ?? row.library, ...year].filter(Boolean).join(', ') || '–',
		href: library && link(`/bibliotheken/${library.slug}/bijwerken/cursussen`),
		remarks: row.remarks.map(({ kind, ...remark }) => ({ kind, text: remarkText(remark) })),
		theirs: theirs && { id: theirs.basedOn, text: theirsText(theirs) },
		...{ explanation: [], longPast: false, pastMeant: false }
	};
}

const remarkText = ({ column, text }: Pick<CourseRemark, 'column' | 'text'>): string =>
	column === null ? text : m.load_remark({ column: courseColumnLabel(column), text });

/** "Een adviseur van ZB legde intussen vast: Klik & Tik: 4 groepen, 31 deelnemers; … (3 februari 2022)." */
function theirsText({ counts, last }: KnownCourses): string {
	const locale = getLocale();
	return m.workbook_theirs({
		who: authorText({ organisation: last?.organisation ?? '', person: null }, locale),
		said: COURSES.map((course) =>
			m.course_entry_conflict_part({
				course: courseLabel(course),
				count: countText(counts[course])
			})
		).join('; '),
		on: last ? formatDay(dayInAmsterdam(last.recordedAt), locale) : ''
	});
}
