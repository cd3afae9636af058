import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEditLibrary, mayEditTemplates } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Step } from '#lib/ledger/template/template.ts';
import {
	listFollowers,
	listMoves,
	listSteps,
	listTemplateVersions
} from '#lib/server/ledger/template/queries.ts';
import { moveLibraries, recordVersion } from '#lib/server/ledger/template/service.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const author = { id: 'nobody', organisation: 'KB' };

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const newest = async (profile = 'regulier') =>
	(await listTemplateVersions(database.db)).find((one) => one.profile === profile)!;
const stepsOf = async (id: number) => (await listSteps(database.db, [id])).get(id)!;
const withWeeks = (steps: Step[], weeks: number) =>
	steps.map((step) => (step.milestoneCode === 'training' ? { ...step, offsetWeeks: weeks } : step));

async function makeVersion(weeks: number, profile = 'regulier') {
	const base = await newest(profile);
	const steps = withWeeks(await stepsOf(base.id), weeks);
	const made = await recordVersion(database.db, author, { basedOn: base.id, steps, note: 'Proef' });
	return { base, steps, made };
}

describe('a version of a template', () => {
	it('says who sees to each step, and what shows that it is done', async () => {
		const steps = await stepsOf((await newest('kopgroep')).id);
		expect(steps).toHaveLength(16);
		expect(steps.filter(({ owners, evidenceNl }) => owners.length === 0 || !evidenceNl)).toEqual(
			[]
		);
	});

	it('comes beside the one before, with its author and reason', async () => {
		const { base, steps, made } = await makeVersion(31);
		expect(made).toMatchObject({ outcome: 'recorded' });
		const now = await newest();
		expect(now).toMatchObject({
			version: base.version + 1,
			note: 'Proef',
			author: 'KB',
			libraries: 0
		});
		expect(await stepsOf(now.id)).toEqual(steps);
		expect(
			(await stepsOf(base.id)).find((one) => one.milestoneCode === 'training')?.offsetWeeks
		).toBe(32);
		const again = { basedOn: base.id, note: 'x', steps };
		expect(await recordVersion(database.db, author, again)).toEqual({ outcome: 'unchanged' });
		const other = { ...again, steps: withWeeks(steps, 12) };
		expect(await recordVersion(database.db, author, other)).toEqual({
			...{ outcome: 'conflict', newest: now.id }
		});
	});

	it('is followed by a library and its locations once they are moved', async () => {
		const { base } = await makeVersion(29);
		const to = await newest();
		const [library] = await listFollowers(database.db, [1, 2, base.id]);
		const points = () =>
			sql<{ templateId: number }>`select distinct template_id from information_point point
				join information_point_period period on period.information_point_id = point.id
				where period.library_id = ${library!.id} and period.valid_to = 'infinity'`.execute(database.db);
		const move = { libraryId: library!.id, from: library!.templateId };
		expect(await moveLibraries(database.db, author, [{ ...move, from: 999 }], to.id)).toBe(0);
		expect(await moveLibraries(database.db, author, [move], to.id)).toBe(1);
		expect(await moveLibraries(database.db, author, [move], to.id)).toBe(0);
		expect((await points()).rows).toEqual([{ templateId: to.id }]);
		expect(await listMoves(database.db, library!.id)).toMatchObject([
			{ author: 'KB', to: { version: to.version } }
		]);
		// Nobody goes back to a version that has a newer one.
		const back = { libraryId: library!.id, from: to.id };
		expect(await moveLibraries(database.db, author, [back], base.id)).toBe(0);
	});

	it('is never rewritten', async () => {
		for (const table of ['milestone_template', 'milestone_template_step', 'template_move']) {
			const constraint = `${table}_append_only`;
			const { ownerDb } = database;
			await expect(sql`delete from ${sql.table(table)}`.execute(ownerDb)).rejects.toMatchObject({
				constraint
			});
		}
		const change = sql`update milestone_template_step set offset_weeks = 1`.execute(
			database.ownerDb
		);
		await expect(change).rejects.toMatchObject({
			constraint: 'milestone_template_step_append_only'
		});
	});

	it.each<[string, string]>([
		['milestone_template_step_offset_sensible', 'offset_weeks = 261'],
		['milestone_template_step_owners_known', `owners = array['iemand']`],
		['milestone_template_step_name_in_both', `name_nl = 'Alleen'`],
		['milestone_template_step_names_length', `name_nl = ' ', name_en = ' '`],
		['milestone_template_step_evidence_length', `evidence_nl = repeat('x', 301)`]
	])('keeps %s', async (constraint, set) => {
		const breaking = database.ownerDb.transaction().execute(async (trx) => {
			await sql`alter table milestone_template_step disable trigger milestone_template_step_append_only`.execute(
				trx
			);
			await sql`update milestone_template_step set ${sql.raw(set)}`.execute(trx);
		});
		await expect(breaking).rejects.toMatchObject({ constraint });
	});

	it('is made by the programme manager only; a library is moved by her and its own advisers', () => {
		const user = (role: string, institute: number | null) =>
			({ id: 'x', role, supportInstituteId: institute }) as User;
		const scope = { supportInstituteId: 1 };
		expect(mayEditTemplates(user('programme_manager', null))).toBe(true);
		for (const other of [
			user('advisor', 1),
			user('stakeholder', null),
			user('admin', null),
			undefined
		]) {
			expect(mayEditTemplates(other)).toBe(false);
		}
		expect(mayEditLibrary(user('advisor', 1), scope)).toBe(true);
		expect(mayEditLibrary(user('advisor', 2), scope)).toBe(false);
	});
});
