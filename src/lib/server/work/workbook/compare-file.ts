import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ActOutcome, BatchAct, Decision } from '#lib/server/work/batch/act.ts';
import { decideActs } from '#lib/server/work/batch/decide-acts.ts';
import { readKnown, type Known } from '#lib/server/work/batch/read-known.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import { isLongPast } from '#lib/work/update/rules.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { m } from '#lib/paraglide/messages.js';
import { NO_CHOICE } from '#lib/work/workbook/answers.ts';
import { compareRow, type Comparison, type RowAct } from '#lib/work/workbook/compare-row.ts';
import { findTable, findUnknownHeaders, type Table } from '#lib/work/workbook/find-table.ts';
import { isOfMilestones } from '#lib/work/workbook/has-table.ts';
import { dictionariesOf } from '#lib/work/workbook/labels.ts';
import type { ComparedRow, RowFate } from '#lib/work/workbook/preview.ts';
import { readRows } from '#lib/work/workbook/read-row.ts';
import { resolveRow, type Resolved } from '#lib/work/workbook/resolve-row.ts';
import { nameEssence } from '#lib/work/update/same-name.ts';
import type { Column, FileRow, Remark } from '#lib/work/workbook/types.ts';
import { listDirectory } from './list-directory.ts';
import { listMappings, type Upload } from './queries.ts';

/** A file compared with the ledger as it is now. */
export interface ComparedFile {
	rows: ComparedRow[];
	/** The acts of the rows without an error, in the order of the file. */
	acts: BatchAct[];
	/** Of all acts, by `subjectKey`. */
	subjects: ReadonlyMap<string, WorkSubject>;
	/** Headers and names of libraries that can be explained. */
	unknownColumns: string[];
	/** What its author said before of those headers. */
	explained: ReadonlyMap<string, Column | 'ignored' | null>;
	/** No table was found: which column is what has to be said first. */
	asksHeader: boolean;
	unknownLibraries: string[];
	/** Whether it has dates that can be two days, with or without an answer. */
	asksOrder: boolean;
	/** Its sheets with milestones: where each column stands. */
	tables: Table[];
}

/** The first answer that is one. */
function firstOf<One, Answer>(
	all: readonly One[],
	ask: (one: One) => Answer | null
): Answer | null {
	for (const one of all) {
		const answer = ask(one);
		if (answer !== null) return answer;
	}
	return null;
}

interface Pair {
	row: FileRow;
	resolved: Resolved;
}

/** Compares the kept rows of an upload with the ledger, by the rules of the form of each act. */
export async function compareFile(
	db: Kysely<DB>,
	user: User,
	upload: Pick<Upload, 'content' | 'answers'>,
	today: Day
): Promise<ComparedFile> {
	const { sheets, from1904 } = upload.content!;
	const { columns, libraries } = await listMappings(db, user);
	const words = dictionariesOf(await listActiveReasons(db));
	const directory = await listDirectory(db, today);
	const tables = sheets.flatMap((sheet) => findTable(sheet, words.columns, columns) ?? []);
	const milestoneTables = tables.filter(isOfMilestones);
	const asksHeader = milestoneTables.length === 0;
	const unknownColumns = asksHeader
		? (firstOf(sheets, (sheet) => findUnknownHeaders(sheet, words.columns)) ?? [])
		: [...new Set(milestoneTables.flatMap(({ unknown }) => unknown))];
	const { order } = upload.answers;
	const read = milestoneTables.flatMap((table) => readRows(table, words, { from1904, order }));
	const asksOrder = read.some(({ asks }) => asks) || order !== null;
	const about = { user, directory, mapping: libraries, milestones: words.milestones };
	const pairs = read.map((row): Pair => ({ row, resolved: resolveRow(row, about) }));
	const found = pairs.flatMap(({ resolved }) => ('subject' in resolved ? [resolved.subject] : []));
	const subjects = await listSubjects(db, found, today);
	const known = await readKnown(db, subjects);
	const { rows, acts } = new Comparer(user, known, upload.answers.rows, today).compare(pairs);
	return {
		...{ rows, acts, subjects, asksOrder, asksHeader, unknownColumns },
		explained: new Map(
			unknownColumns.map((header) => [header, columns.get(nameEssence(header)) ?? null])
		),
		unknownLibraries: [
			...new Set(
				pairs.flatMap(({ resolved }) =>
					'unknownLibrary' in resolved ? (resolved.unknownLibrary ?? []) : []
				)
			)
		],
		tables: milestoneTables
	};
}

/** Compares rows one after the other: a later row about the same milestone is refused. */
class Comparer {
	readonly #user: User;
	readonly #known: Known;
	readonly #choices: Upload['answers']['rows'];
	readonly #today: Day;
	/** The first row about each milestone. */
	readonly #first = new Map<string, FileRow>();

	constructor(user: User, known: Known, choices: Upload['answers']['rows'], today: Day) {
		this.#user = user;
		this.#known = known;
		this.#choices = choices;
		this.#today = today;
	}

	compare(pairs: readonly Pair[]): { rows: ComparedRow[]; acts: BatchAct[] } {
		const compared = pairs.map((pair) => ({ ...pair, comparison: this.#comparison(pair) }));
		const asked = compared.flatMap(({ row, resolved, comparison }) =>
			comparison && !hasError(comparison.remarks) && !hasError(row.remarks)
				? toActs(row, resolved, comparison)
				: []
		);
		const outcomes = new Map(
			decideActs(
				this.#user,
				asked.map(({ act }) => act),
				this.#known,
				this.#today
			).map((outcome, at) => [asked[at]!.act.key, outcome])
		);
		const byRow = Map.groupBy(asked, ({ row }) => row.key);
		const rows = compared.map(({ row, resolved, comparison }) => {
			const own = (byRow.get(row.key) ?? []).map((one) => ({
				...one,
				outcome: outcomes.get(one.act.key)!
			}));
			return this.#row(row, resolved, comparison, own);
		});
		const fates = new Map(rows.map(({ row, fate }) => [row.key, fate]));
		const acts = asked.flatMap(({ row, act }) => (fates.get(row.key) === 'new' ? [act] : []));
		return { rows, acts };
	}

	#comparison({ row, resolved }: Pair): Comparison | null {
		if (!('subject' in resolved)) return null;
		const { subject } = resolved;
		const choice = this.#choices[row.key] ?? NO_CHOICE;
		const events = this.#known.events.get(subjectKey(subject)) ?? [];
		const comparison = compareRow(row, subject.milestoneCode, events, choice, this.#today);
		const key = lineKey(subject);
		const first = this.#first.get(key);
		if (!first) this.#first.set(key, row);
		else if (comparison.changes.length > 0) {
			const text = m.workbook_problem_twice({ number: String(first.number) });
			comparison.remarks.push({ column: null, kind: 'error', text });
		}
		return comparison;
	}

	#row(
		row: FileRow,
		resolved: Resolved,
		comparison: Comparison | null,
		own: readonly { about: RowAct; outcome: Decision }[]
	): ComparedRow {
		const conflict = own.find(({ outcome }) => outcome.outcome === 'conflict')?.outcome;
		const remarks = [
			...row.remarks,
			...('problem' in resolved ? [resolved.problem] : []),
			...('warning' in resolved && resolved.warning ? [resolved.warning] : []),
			...(comparison?.remarks ?? []),
			...own.flatMap(({ about, outcome }) => errorsOf(outcome, about))
		];
		return {
			row,
			fate: fateOf(row, remarks, own),
			subject: 'subject' in resolved ? this.#about(resolved) : null,
			base: comparison?.base ?? null,
			now: comparison?.now ?? null,
			changes: comparison?.changes ?? [],
			remarks,
			explains: {
				reason: own.some(({ about }) => about.act !== 'correct' && about.values.reason !== null),
				note: own.length > 0 && row.note !== null
			},
			theirs: conflict && 'theirs' in conflict ? conflict.theirs : null,
			longPast: own.some(({ about }) =>
				isLongPast({ ...about.values, pastMeant: false }, this.#today)
			)
		};
	}

	#about(resolved: Extract<Resolved, { subject: unknown }>): ComparedRow['subject'] {
		const subject = this.#known.subjects.get(subjectKey(resolved.subject));
		if (!subject) return null;
		const { name, library } = subject;
		return { ...resolved.subject, name, libraryName: library.name, slug: library.slug };
	}
}

const hasError = (remarks: readonly Remark[]) => remarks.some(({ kind }) => kind === 'error');

function toActs(row: FileRow, resolved: Resolved, { acts }: Comparison) {
	if (!('subject' in resolved)) return [];
	const { level, id } = resolved.subject;
	return acts.map((about, at) => ({
		row,
		about,
		act: { key: `${row.key}#${at}`, level, id, act: about.act, values: about.values } as BatchAct
	}));
}

function fateOf(
	row: FileRow,
	remarks: readonly Remark[],
	own: readonly { outcome: ActOutcome | Decision }[]
): RowFate {
	if (row.asks) return 'asked';
	if (hasError(remarks)) return 'wrong';
	if (own.some(({ outcome }) => outcome.outcome === 'conflict')) return 'conflict';
	if (own.some(({ outcome }) => outcome.outcome === 'new')) return 'new';
	return own.length > 0 ? 'before' : 'same';
}

/** What is wrong with an act, at the columns of its fields. */
function errorsOf(outcome: ActOutcome | Decision, { columns }: RowAct): Remark[] {
	if (outcome.outcome !== 'invalid') return [];
	return Object.entries(outcome.errors).map(([field, text]) => ({
		column: columns[field] ?? null,
		kind: 'error',
		text: text ?? ''
	}));
}
