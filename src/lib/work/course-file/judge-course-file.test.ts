import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import type { Cell, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { NO_COUNTS, type CourseCounts } from '#lib/programme/course/course.ts';
import { makeDirectory } from '#lib/work/workbook/directory.ts';
import { courseWords } from './columns.ts';
import { courseKey, judgeCourseFile } from './judge-course-file.ts';
import { readCourseFile } from './read-course-file.ts';
import { courseTemplate } from './template.ts';
import type { KnownCourses } from './types.ts';
import { anyCourseCounts } from '#tests/factories/course.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const TODAY = '2022-01-31';
const OWN = 1;
const adviser = {
	...{ id: 'a', name: 'A', email: 'a@example.nl', role: 'advisor', organisation: 'ZB' },
	...{ supportInstituteId: OWN }
} satisfies User;
const library = (id: number, name: string, supportInstituteId = OWN) => ({
	...{ id, name, supportInstituteId, slug: `b${id}`, shortName: name, earlierNames: [] }
});
const directory = makeDirectory(
	[library(1, 'Bibliotheek Vlissingen'), library(2, 'ZB Middelburg'), library(3, 'Elders', 9)],
	[]
);
const HEADER: Cell[] = [
	...['Bibliotheek', 'Jaar', 'Klik & Tik: groepen', 'Klik & Tik: deelnemers'],
	...['Eigen cursus: groepen', 'Eigen cursus: deelnemers', 'Bron van de aantallen', 'Kenmerk']
];
const fileOf = (...rows: Cell[][]): Tables => ({
	kind: 'xlsx',
	from1904: false,
	sheets: [
		{
			name: 'Blad1',
			rows: [['Opgave cursussen'], HEADER, ...rows].map((cells, at) => ({ number: at + 1, cells }))
		}
	]
});
const known = (counts: Partial<CourseCounts>, basedOn = 7): KnownCourses => ({
	...{ counts: { ...NO_COUNTS, ...counts }, source: 'bibliotheekmonitor', basedOn },
	last: { organisation: 'ZB', recordedAt: new Date('2022-01-10T12:00:00Z') }
});
const REPORTED = new Map([
	[courseKey(1, 2021), known({ klik_en_tik: { groups: 4, participants: 31 } })]
]);

const judge = (
	tables: Tables,
	choices = {},
	standing: ReadonlyMap<string, KnownCourses> = REPORTED
) =>
	judgeCourseFile(readCourseFile(tables, courseWords()), {
		...{ user: adviser, directory, mapping: new Map(), known: standing, choices, today: TODAY }
	});
const one = (...cells: Cell[]) => judge(fileOf(cells))[0]!;

describe('a row of courses', () => {
	it('changes what it says, and leaves what it does not say', () => {
		const row = one('bibliotheek vlissingen', 2021, null, '', 2, 18);
		expect(row).toMatchObject({
			fate: 'new',
			changes: ['Eigen cursus: geen opgave wordt 2 groepen, 18 deelnemers'],
			entry: {
				libraryId: 1,
				year: 2021,
				counts: {
					...NO_COUNTS,
					klik_en_tik: { groups: 4, participants: 31 },
					lokaal: { groups: 2, participants: 18 }
				},
				// Where nothing is said of it the source is the one that was told before.
				source: 'bibliotheekmonitor'
			}
		});
	});

	it('takes back what has a dash, and does nothing where nothing differs', () => {
		expect(one('Vlissingen', 2021, '-', '–').fate).toBe('wrong');
		expect(one('Bibliotheek Vlissingen', 2021, '-', '–').entry?.counts).toEqual(NO_COUNTS);
		expect(one('Bibliotheek Vlissingen', '2021', '4', '31').fate).toBe('same');
		expect(one('Bibliotheek Vlissingen', 2021, 4, '31,0')).toMatchObject({ fate: 'same' });
	});

	it.each<[string, Cell[], string | null]>([
		['a library of another POI', ['Elders', 2021, 1, 5], 'library'],
		['a library that nobody knows', ['Nergens', 2021, 1, 5], 'library'],
		['no library', [null, 2021, 1, 5], 'library'],
		['a year that is not over', ['ZB Middelburg', 2022, 1, 5], 'year'],
		['a year before the programme', ['ZB Middelburg', 2017, 1, 5], 'year'],
		['no year', ['ZB Middelburg', null, 1, 5], 'year'],
		['groups without participants', ['ZB Middelburg', 2021, 3, null], 'klik_en_tik-participants'],
		['a word for a number', ['ZB Middelburg', 2021, 'drie', 5], 'klik_en_tik-groups'],
		['a dash beside a number', ['ZB Middelburg', 2021, '-', 5], 'klik_en_tik-groups'],
		['a source that is none', ['ZB Middelburg', 2021, 1, 5, null, null, 'de krant'], 'source']
	])('is refused with %s', (_what, cells, column) => {
		const row = one(...cells);
		expect([row.fate, row.entry, row.row.remarks.map((remark) => remark.column)]).toEqual([
			...['wrong', null],
			[column]
		]);
	});

	it('of which another row of the file tells too is refused, the first is not', () => {
		const twice = fileOf(['ZB Middelburg', 2021, 1, 5], ['zb middelburg', 2021, 2, 9]);
		expect(judge(twice).map(({ fate }) => fate)).toEqual(['new', 'wrong']);
		expect(judge(twice)[1]!.row.remarks[0]!.text).toContain('rij 3');
	});

	it('is a conflict when a colleague reported since, until a choice is made', () => {
		const file = fileOf(['Bibliotheek Vlissingen', 2021, 5, 40, null, null, null, 6]);
		const [row] = judge(file);
		expect([row!.fate, row!.theirs?.basedOn, row!.entry]).toEqual(['conflict', 7, null]);
		const mine = (mineOver: number) => ({ [row!.row.key]: { mineOver, pastMeant: false } });
		expect(judge(file, mine(7))[0]!.fate).toBe('new');
		// Yet another report since the choice.
		expect(judge(file, mine(6))[0]!.fate).toBe('conflict');
		// Who says the same does not contradict.
		const same = fileOf(['Bibliotheek Vlissingen', 2021, 4, 31, null, null, null, 6]);
		expect(judge(same)[0]!.fate).toBe('same');
	});
});

describe('a file of courses', () => {
	it('without libraries, years or courses has no rows', () => {
		const sheet = (cells: Cell[]): Tables => ({
			...{ kind: 'xlsx', from1904: false, sheets: [{ name: '', rows: [{ number: 1, cells }] }] }
		});
		expect(judge(sheet(['Bibliotheek', 'Jaar', 'Mijlpaal']))).toEqual([]);
		expect(judge(sheet(['Klik & Tik: groepen', 'Klik & Tik: deelnemers']))).toEqual([]);
	});

	it('never breaks, whatever stands in its cells', () => {
		const cell = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }), (rows) => {
				for (const { fate, entry } of judge(fileOf(...rows))) {
					expect(fate === 'new').toBe(entry !== null);
				}
			})
		);
	});

	it('made of what is known says nothing new', () => {
		fc.assert(
			fc.property(anyCourseCounts, (counts) => {
				const standing = known(counts);
				const book = courseTemplate([{ library: 'ZB Middelburg', known: standing }], 2020);
				const sheets = book.sheets.map(({ name, columns, rows }) => ({
					name,
					rows: [columns.map(({ header }): Cell => header), ...rows].map((cells, at) => ({
						...{ number: at + 1, cells }
					}))
				}));
				const rows = judge(
					{ kind: 'xlsx', from1904: false, sheets },
					{},
					new Map([[courseKey(2, 2020), standing]])
				);
				expect(rows.every(({ fate }) => fate === 'same')).toBe(true);
			})
		);
	});
});
