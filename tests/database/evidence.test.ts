import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import {
	countEvidence,
	findEvidenceFile,
	listEvidence
} from '#lib/server/work/evidence/queries.ts';
import { addEvidence, withdrawEvidence } from '#lib/server/work/evidence/service.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const author = { id: 'demo:zb', organisation: 'ZB' };

let database: TestDatabase;
let library: Subject;
let other: Subject;
let point: Subject;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const ids = await database.db.selectFrom('library').select('id').orderBy('id').limit(2).execute();
	[library, other] = ids.map(({ id }) => libraryOf(id)) as [Subject, Subject];
	// The same number as the library, so that one is never taken for the other.
	point = pointOf(library.id);
});
afterAll(() => database.drop());

const content = Buffer.from('%PDF-1.7 inhoud');
const file = { fileName: 'verslag.pdf', fileType: 'pdf' as const, content };
const add = (subject: Subject, more: object = {}, key = randomUUID()) =>
	addEvidence(database.db, author, subject, {
		...{ milestoneCode: 'opening', address: null, note: 'Persbericht', file: null, key },
		...more
	});
const last = async (subject: Subject) => (await listEvidence(database.db, subject))[0]!;

describe('evidence of a milestone', () => {
	it('is a note, a link or a file, of one library or one location', async () => {
		await add(library, { address: 'https://example.nl/opening', file });
		expect(await last(library)).toMatchObject({
			...{ milestoneCode: 'opening', address: 'https://example.nl/opening', note: 'Persbericht' },
			file: { name: 'verslag.pdf', bytes: content.length },
			withdrawn: null
		});
		expect(await listEvidence(database.db, point)).toEqual([]);
		await add(point, { note: 'Foto' });
		expect(await last(point)).toMatchObject({ note: 'Foto', file: null });
		expect(await listEvidence(database.db, library)).toHaveLength(1);
	});

	it('is recorded once when its form is sent twice', async () => {
		const key = randomUUID();
		await Promise.all([add(other, {}, key), add(other, {}, key)]);
		expect(await listEvidence(database.db, other)).toHaveLength(1);
	});

	it('can be downloaded at its own library alone, until it is withdrawn', async () => {
		await add(library, { file, milestoneCode: 'training' });
		const { id } = await last(library);
		const find = (subject: Subject) => findEvidenceFile(database.db, subject, id);
		expect(await find(library)).toEqual({ name: 'verslag.pdf', type: 'pdf', content });
		expect(await find(other)).toBeUndefined();
		expect(await find(point)).toBeUndefined();
		expect(await countEvidence(database.db, library)).toMatchObject({ training: 1 });

		expect(await withdrawEvidence(database.db, author, other, id)).toBe(false);
		expect(await withdrawEvidence(database.db, author, library, id)).toBe(true);
		expect(await withdrawEvidence(database.db, author, library, id)).toBe(false);
		expect(await find(library)).toBeUndefined();
		expect(await countEvidence(database.db, library)).not.toHaveProperty('training');
		const gone = (await listEvidence(database.db, library)).find((one) => one.id === id);
		expect(gone?.withdrawn).toMatchObject({ author: expect.any(String) });
	});

	it('raises the version of the data, as every write does', async () => {
		const version = async () =>
			(await sql<{ version: number }>`select version from data_version`.execute(database.db))
				.rows[0]!.version;
		const before = await version();
		await add(library);
		expect(await version()).toBeGreaterThan(before);
	});

	const insert = (columns: Record<string, unknown>) =>
		database.db
			.insertInto('evidence')
			.values({
				...{ libraryId: library.id, milestoneCode: 'opening', note: 'Iets' },
				...{ sentKey: randomUUID(), recordedAt: '2022-01-31T12:00:00Z' },
				...{ recordedBy: 'a', recordedFor: 'A' },
				...columns
			})
			.execute();
	it.each<[string, Record<string, unknown>]>([
		['evidence_one_subject', { informationPointId: 1 }],
		['evidence_one_subject', { libraryId: null }],
		['evidence_milestone_exists', { milestoneCode: 'koffie' }],
		['evidence_says_something', { note: null }],
		['evidence_address_web', { address: 'javascript:alert(1)' }],
		['evidence_address_web', { address: `https://${'a'.repeat(2000)}` }],
		['evidence_note_length', { note: ' ' }],
		['evidence_file_whole', { fileName: 'a.pdf' }],
		['evidence_file_type_known', { fileName: 'a.exe', fileType: 'exe', content }],
		['evidence_file_size', { fileName: 'a.pdf', fileType: 'pdf', content: Buffer.alloc(0) }],
		['evidence_author_filled', { recordedBy: '' }]
	])('is kept from harm by %s', async (constraint, columns) => {
		await expect(insert(columns)).rejects.toMatchObject({ constraint });
	});

	it('is never rewritten', async () => {
		const rewrite = sql`update evidence set note = 'Anders'`.execute(database.ownerDb);
		await expect(rewrite).rejects.toMatchObject({ constraint: 'evidence_append_only' });
		const remove = sql`delete from evidence`.execute(database.ownerDb);
		await expect(remove).rejects.toMatchObject({ constraint: 'evidence_append_only' });
	});
});
