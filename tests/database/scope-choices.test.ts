import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChoices } from '#lib/server/work/week/list-scope.ts';
import { MOST_CHOICES } from '#lib/work/week/scope.ts';
import { narrowTo } from '#lib/work/week/narrow.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import { insertBasics, insertLibrary, insertSupportInstitute } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';

let database: TestDatabase;
let few: number;
let many: number;
beforeAll(async () => {
	database = await createTestDatabase();
	const { ownerDb } = database;
	await insertBasics(ownerDb);
	few = await insertSupportInstitute(ownerDb);
	many = await insertSupportInstitute(ownerDb);
	await insertLibrary(ownerDb, { supportInstituteId: few, name: 'Bibliotheek Ver Weg' });
	for (let made = 0; made <= MOST_CHOICES; made++) {
		const name = `Bibliotheek ${String(made).padStart(3, '0')}`;
		await insertLibrary(ownerDb, { supportInstituteId: many, name, slug: `b-${made}` });
	}
});
afterAll(() => database.drop());

/** What a list is narrowed to for who asks for this library, and what is said to be unknown. */
async function narrowed(institute: number, asked: string) {
	const params = parseWorkListParams(new URLSearchParams({ bibliotheek: asked }));
	const scope = await readChoices(database.db, institute, params.library, TODAY);
	const found = narrowTo(params, { scope, institutes: [], own: institute });
	return { library: found.params.library, ignored: found.ignored };
}

describe('what a list of work can be narrowed to', () => {
	it('is listed while one can look through it', async () => {
		const { libraries, provinces, tooMany } = await readChoices(database.db, few, null, TODAY);
		expect(libraries.map(({ name }) => name)).toEqual(['Bibliotheek Ver Weg']);
		expect({ provinces: provinces.length, tooMany }).toEqual({ provinces: 1, tooMany: false });
		expect(await narrowed(few, 'bibliotheek ver weg')).toMatchObject({ library: null });
	});

	it('is typed where there are too many, with the provinces of all', async () => {
		expect(await readChoices(database.db, many, null, TODAY)).toMatchObject({
			...{ libraries: [], tooMany: true, provinces: [{}] }
		});
	});

	it.each([
		['its slug', 'b-7', 'b-7'],
		['its name', 'Bibliotheek 123', 'b-123'],
		['the beginning of its name, in any case', 'BIBLIOTHEEK 20', 'b-200']
	])('finds a library of many by %s', async (_, asked, library) => {
		expect(await narrowed(many, asked)).toEqual({ library, ignored: [] });
	});

	it.each([
		['nobody has', 'Zwolle'],
		['another POI has', 'Bibliotheek Ver'],
		['says anything to LIKE', '%']
	])('says that it does not know a name that %s', async (_, asked) => {
		expect(await narrowed(many, asked)).toEqual({ library: null, ignored: [asked] });
	});
});
