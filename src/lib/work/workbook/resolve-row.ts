import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import type { LineSubject } from '#lib/work/update/line-key.ts';
import { nameKeys, type Directory, type DirectoryLibrary } from './directory.ts';
import type { Column, FileRow, Remark } from './types.ts';

/** Names of libraries that an adviser explained before; by their essence. */
export type LibraryMapping = ReadonlyMap<string, number>;

/** The milestone that a row is about, or why nobody can tell. */
export type Resolved =
	| { subject: LineSubject; libraryId: number; warning?: Remark }
	/** `unknownLibrary`: a name that can be explained. */
	| { problem: Remark; unknownLibrary?: string };

export interface Resolving {
	user: User;
	directory: Directory;
	mapping: LibraryMapping;
	/** Codes by the essence of their names. */
	milestones: ReadonlyMap<string, string>;
}

/** Which milestone of which library or location a row is about: by its stamp, or else by its names. */
export function resolveRow(row: FileRow, about: Resolving): Resolved {
	return row.stamp ? byStamp(row, about) : byNames(row, about);
}

const problem = (column: Column, text: string): Resolved => ({
	problem: { column, kind: 'error', text }
});

function byStamp(row: FileRow, { user, directory, milestones }: Resolving): Resolved {
	const { subject } = row.stamp!;
	const libraryId =
		subject.level === 'library' ? subject.id : directory.libraryOfPoint.get(subject.id);
	const library = directory.libraryById.get(libraryId ?? 0);
	if (!library) return problem('stamp', m.workbook_problem_stamp());
	if (!mayEditLibrary(user, library)) return otherLibrary(library.name);
	// A sheet that was sorted in part has its stamps at other rows: nothing may be recorded there.
	const code = milestones.get(nameEssence(row.milestone));
	const ids = idsOf(row.library, directory);
	const moved =
		(row.milestone !== '' && code !== undefined && code !== subject.milestoneCode) ||
		(row.library !== '' && ids !== undefined && !ids.has(library.id));
	if (moved) {
		const what = `${library.name}, ${milestoneLabel(subject.milestoneCode)}`;
		return problem('stamp', m.workbook_problem_stamp_other({ what }));
	}
	return { subject, libraryId: library.id };
}

/** The library of hers that a name stands for, or the sentence that says why nobody can tell. */
export function resolveLibrary(
	name: string,
	{ user, directory, mapping }: Pick<Resolving, 'user' | 'directory' | 'mapping'>
): { library: DirectoryLibrary } | { problem: string; unknownLibrary?: string } {
	const mapped = mapping.get(nameEssence(name));
	const ids = mapped === undefined ? idsOf(name, directory) : new Set([mapped]);
	const own = [...(ids ?? [])].flatMap((id) => {
		const library = directory.libraryById.get(id);
		return library && mayEditLibrary(user, library) ? [library] : [];
	});
	if (own.length > 1) return { problem: m.workbook_problem_two_libraries({ value: name }) };
	if (own[0]) return { library: own[0] };
	const other = directory.libraryById.get([...(ids ?? [])][0] ?? 0);
	if (other) return { problem: m.workbook_problem_other_library({ library: other.name }) };
	return { problem: m.workbook_problem_unknown_library({ value: name }), unknownLibrary: name };
}

function byNames(row: FileRow, about: Resolving): Resolved {
	const { directory, milestones } = about;
	if (row.library === '') return problem('library', m.workbook_problem_no_library());
	const found = resolveLibrary(row.library, about);
	if (!('library' in found)) {
		const { problem: text, ...rest } = found;
		return { problem: { column: 'library', kind: 'error', text }, ...rest };
	}
	const { library } = found;
	if (row.milestone === '') return problem('milestone', m.workbook_problem_no_milestone());
	const milestoneCode = milestones.get(nameEssence(row.milestone));
	if (!milestoneCode) {
		return problem('milestone', m.workbook_problem_unknown_milestone({ value: row.milestone }));
	}
	const level = levelOf(milestoneCode);
	if (level === 'library') {
		const subject = { level, id: library.id, milestoneCode } as const;
		if (row.point === '') return { subject, libraryId: library.id };
		const text = m.workbook_warning_point_not_used();
		return { subject, libraryId: library.id, warning: { column: 'point', kind: 'warning', text } };
	}
	return ofPoint(row, library, milestoneCode, directory);
}

function ofPoint(
	{ point }: FileRow,
	library: { id: number; name: string },
	milestoneCode: string,
	directory: Directory
): Resolved {
	const points = directory.points.get(library.id) ?? [];
	if (point === '' && points.length !== 1) {
		return problem('point', m.workbook_problem_no_point());
	}
	const wanted = nameEssence(point);
	const found = points.filter(({ name }) => point === '' || nameEssence(name) === wanted);
	const said = { library: library.name, value: point };
	if (found.length === 0) return problem('point', m.workbook_problem_unknown_point(said));
	if (found.length > 1) return problem('point', m.workbook_problem_two_points(said));
	const subject = { level: 'information_point', id: found[0]!.id, milestoneCode } as const;
	return { subject, libraryId: library.id };
}

function idsOf(name: string, { libraries }: Directory): ReadonlySet<number> | undefined {
	for (const key of nameKeys(name)) {
		const ids = libraries.get(key);
		if (ids) return ids;
	}
	return undefined;
}

const otherLibrary = (library: string): Resolved =>
	problem('library', m.workbook_problem_other_library({ library }));

const levelOf = (code: string): SubjectLevel =>
	(milestonesOf('library') as readonly string[]).includes(code) ? 'library' : 'information_point';
