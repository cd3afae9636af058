import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	COURSES,
	isSameCount,
	NO_COUNTS,
	reportedYears,
	type Course,
	type CourseCount,
	type CourseCounts
} from '#lib/programme/course/course.ts';
import { countText, courseLabel } from '#lib/programme/course/labels.ts';
import { courseField, readCourse } from '#lib/programme/course/read-course-form.ts';
import type { UploadAnswers } from '#lib/work/workbook/answers.ts';
import type { Directory } from '#lib/work/workbook/directory.ts';
import type { RowFate } from '#lib/work/workbook/preview.ts';
import { resolveLibrary, type LibraryMapping } from '#lib/work/workbook/resolve-row.ts';
import type { CourseFileRow, JudgedCourseRow, KnownCourses } from './types.ts';

export interface CourseJudging {
	user: User;
	directory: Directory;
	/** What this user said before of names that are not ours. */
	mapping: LibraryMapping;
	/** By `courseKey`. */
	known: ReadonlyMap<string, KnownCourses>;
	/** By the key of the row: the report that her own numbers go over. */
	choices: UploadAnswers['rows'];
	today: Day;
}

export const courseKey = (libraryId: number, year: number) => `${libraryId} ${year}`;

const NOTHING: KnownCourses = { counts: NO_COUNTS, source: null, basedOn: 0, last: null };

/** The ids of the libraries that a file is about, so that what is known of them can be read. */
export function librariesIn(
	rows: readonly CourseFileRow[],
	about: Pick<CourseJudging, 'user' | 'directory' | 'mapping'>
): number[] {
	const found = [...new Set(rows.map(({ library }) => library))].map((name) =>
		resolveLibrary(name, about)
	);
	return [...new Set(found.flatMap((one) => ('library' in one ? one.library.id : [])))];
}

/**
 * What becomes of each row: judged by the rules of the form, by what is known, and by the rows above it.
 * An empty cell leaves what is known, a dash takes it back.
 */
export function judgeCourseFile(
	rows: readonly CourseFileRow[],
	about: CourseJudging
): JudgedCourseRow[] {
	const first = new Map<string, CourseFileRow>();
	return rows.map((row) => judgeRow(row, about, first));
}

function judgeRow(
	row: CourseFileRow,
	about: CourseJudging,
	first: Map<string, CourseFileRow>
): JudgedCourseRow {
	const remarks = [...row.remarks];
	const error = (column: string | null, text: string) =>
		remarks.push({ column, kind: 'error', text });
	const found = row.library === '' ? null : resolveLibrary(row.library, about);
	const library = found && 'library' in found ? found.library : null;
	if (found && 'problem' in found) error('library', found.problem);
	const { year } = row;
	const isOver = year !== null && reportedYears(about.today).includes(year);
	if (year !== null && !isOver) error('year', m.course_problem_year());
	const key = library && year !== null ? courseKey(library.id, year) : null;
	const twin = key === null ? undefined : first.get(key);
	if (key !== null && !twin) first.set(key, row);
	if (twin) error(null, m.course_file_problem_twice({ number: String(twin.number) }));
	const known = (key === null ? undefined : about.known.get(key)) ?? NOTHING;
	const said = readSaid(row, error);
	const counts = { ...known.counts, ...said };
	const changed = COURSES.filter((course) => !isSameCount(counts[course], known.counts[course]));
	const isLate = row.basedOn !== null && row.basedOn !== known.basedOn;
	const isConflict =
		isLate && changed.length > 0 && about.choices[row.key]?.mineOver !== known.basedOn;
	const isWrong = remarks.some(({ kind }) => kind === 'error');
	const fate = fateOf({ isWrong, isConflict, isChanged: changed.length > 0 });
	const source = row.source ?? known.source ?? 'opgave_bibliotheek';
	return {
		row: { ...row, remarks },
		...{ fate, library },
		changes: isWrong ? [] : changed.map((course) => changeText(course, known.counts, counts)),
		entry: fate === 'new' ? { libraryId: library!.id, year: year!, counts, source } : null,
		unknownLibrary: (found && 'problem' in found && found.unknownLibrary) || null,
		theirs: fate === 'conflict' ? known : null
	};
}

function fateOf(holds: { isWrong: boolean; isConflict: boolean; isChanged: boolean }): RowFate {
	if (holds.isWrong) return 'wrong';
	if (holds.isConflict) return 'conflict';
	return holds.isChanged ? 'new' : 'same';
}

const isDash = (text: string) => /^[-–—]$/.test(text);

/** What a row says of each course that it says anything of. */
function readSaid(
	{ texts }: CourseFileRow,
	error: (column: string, text: string) => void
): Partial<Record<Course, CourseCount | null>> {
	const said: Partial<Record<Course, CourseCount | null>> = {};
	for (const course of COURSES) {
		const fields = [courseField(course, 'groups'), courseField(course, 'participants')];
		const own = fields.map((field) => texts[field] ?? '');
		if (own.every((text) => text === '')) continue;
		if (own.some(isDash) && own.every((text) => text === '' || isDash(text))) said[course] = null;
		else {
			const read = readCourse((name) => texts[name] ?? '', course);
			if ('count' in read) said[course] = read.count;
			else for (const [field, text] of Object.entries(read.errors)) error(field, text ?? '');
		}
	}
	return said;
}

const changeText = (course: Course, before: CourseCounts, after: CourseCounts): string =>
	m.workbook_row_from_to({
		column: courseLabel(course),
		from: countText(before[course]),
		to: countText(after[course])
	});
