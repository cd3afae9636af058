import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueTypes } from '#lib/server/platform/db/value-types.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { checkResult, type Result } from './check-result.ts';
import { describeStatements } from './describe-statements.ts';
import { markText } from './find-statements.ts';
import type { Descriptions } from './value-type.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A statement with its row type on each line, and what of it is not true. */
const STATEMENTS: [title: string, row: string, statement: string, differences: string[]][] = [
	[
		'a row type that is true',
		'{ id: number; day: string | null }',
		`select 1 as id, null::date as day`,
		[]
	],
	[
		'a column with another name',
		'{ openedOn: string }',
		`select '2021-01-01'::date as open_on`,
		[
			'column openedOn: expected, but the result has none',
			'column openOn: in the result, but not in the row type'
		]
	],
	[
		'another type, also without a row',
		'{ id: number }',
		`select 'one'::text as id where false`,
		['column id: expected number, found string']
	],
	[
		'a day that is no Date',
		'{ day: Date }',
		`select '2021-01-01'::date as day where false`,
		['column day: expected Date, found string']
	],
	[
		'null where the type has none',
		'{ id: number }',
		`select nullif(n, 2)::int as id from generate_series(1, 3) n`,
		['column id: expected number, found null']
	],
	[
		'other things in an array',
		'{ ids: number[] }',
		`select '{a}'::text[] as ids where false`,
		['column ids[]: expected number, found string']
	],
	[
		'a word that the type does not name',
		"{ status: 'open' | 'closed' }",
		`select 'shut'::text as status`,
		['column status: expected one of open, closed, found shut']
	],
	[
		'something that JSON lacks',
		'{ counts: Record<"due" | "late", number> }',
		`select json_build_object('due', 1) as counts`,
		['column counts.late: expected number, found undefined']
	]
];

let database: TestDatabase;
let client: pg.Client;
let folder: string;
/** Each with its mark. */
let statements: string[];
let descriptions: Descriptions;

beforeAll(async () => {
	database = await createTestDatabase();
	client = new pg.Client({ connectionString: database.url, types: valueTypes });
	await client.connect();
	folder = await mkdtemp(join(tmpdir(), 'ido-row-types-'));
	const file = join(folder, 'statements.ts');
	const lines = STATEMENTS.map(([, row, statement]) => `sql<${row}>\`${statement}\`;`);
	const text = ['declare const sql: <T>(text: unknown) => T;', ...lines].join('\n');
	await writeFile(file, text);
	descriptions = describeStatements(ROOT, [file]);
	const [, ...marked] = markText(relative(ROOT, file), text).split('\n');
	statements = marked.map((line) => line.slice(line.indexOf('`') + 1, line.lastIndexOf('`')));
});
afterAll(async () => {
	await client.end();
	await rm(folder, { recursive: true });
	await database.drop();
});

/** What is wrong with a result, without the place of its statement. */
function differencesOf(text: string, result: Result): string[] {
	const parse = (type: number, value: string): unknown =>
		valueTypes.getTypeParser(type, 'text')(value);
	const { differences } = checkResult(descriptions, text, result, parse);
	return differences.map((difference) => difference.slice(difference.indexOf(', ') + 2));
}

describe('a row type', () => {
	it.each(
		STATEMENTS.map(([title, , statement, differences], index) => ({
			...{ title, statement, differences, marked: () => statements[index] ?? '' }
		}))
	)(
		'is compared with what the database gives: $title',
		async ({ statement, differences, marked }) => {
			// Without its mark, or the check of this test itself would find the difference.
			const result = await client.query(statement);
			expect(differencesOf(marked(), result)).toEqual(differences);
		}
	);

	it('is named by the place of its statement', async () => {
		const result: Result = { fields: [], rows: [] };
		const { differences } = checkResult(descriptions, statements[1] ?? '', result, () => '');
		expect(differences[0]).toMatch(/statements\.ts:3:1, column openedOn: /);
	});
});
