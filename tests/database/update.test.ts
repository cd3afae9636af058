import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { findHistoryEntry, listHistory } from '#lib/server/ledger/change/queries.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import {
	confirmRecord,
	recordAct,
	undoEntry,
	type Outcome
} from '#lib/server/work/update/service.ts';
import { historySentence } from '#lib/ledger/change/sentence.ts';
import {
	appendEvents,
	rebuildMilestoneState,
	type NewEvent
} from '#lib/server/ledger/event/append.ts';
import { listPointStates } from '#lib/server/work/update/point-states.ts';
import { readWorkSheet } from '#lib/server/work/update/work-sheet.ts';
import { findWorkLibrary, findWorkPoint, lockWriters } from '#lib/server/work/update/queries.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import type { Act } from '#lib/ledger/event/act.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2021-05-10';

let database: TestDatabase;
let adviser: User;
let colleague: User;
let manager: User;
let library: WorkSubject;
let point: WorkSubject;
let municipality: string;

beforeAll(async () => {
	database = await createTestDatabase();
	const { ownerDb } = database;
	await insertBasics(ownerDb);
	municipality = await insertMunicipality(ownerDb);
	await ownerDb
		.insertInto('reason')
		.values([
			{ code: 'lockdown', labelNl: 'Corona', labelEn: 'Corona', external: true, position: 1 },
			{ code: 'anders', labelNl: 'Anders', labelEn: 'Other', external: false, position: 3 },
			{ code: 'oud', labelNl: 'Oud', labelEn: 'Old', external: true, position: 2, active: false }
		])
		.execute();
	await setToday(ownerDb, TODAY);
	const { supportInstituteId } = await insertLibrary(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
});
afterAll(() => database.drop());

/** Each test has a library and a location of its own. */
beforeEach(async () => {
	const { ownerDb, db } = database;
	const { id, slug } = await insertLibrary(ownerDb, {
		supportInstituteId: adviser.supportInstituteId!
	});
	library = (await findWorkLibrary(db, slug, TODAY))!;
	const pointId = await insertInformationPoint(ownerDb, id, municipality);
	point = (await findWorkPoint(db, pointId, TODAY))!;
});

function values(typed: Partial<Record<keyof ActValues, string>>): ActValues {
	return actForm.parse({ milestone: 'training', ...typed });
}

async function record(
	act: Act,
	typed: Partial<Record<keyof ActValues, string>>,
	{ user = adviser, subject = library } = {}
): Promise<Outcome> {
	return recordAct(database.db, user, subject, act, values(typed), TODAY);
}

/** As `record`, for what must succeed: the id of the event, as a form carries it. */
async function recorded(...args: Parameters<typeof record>): Promise<string> {
	const outcome = await record(...args);
	if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
	return String(outcome.eventId);
}

async function situation(subject = library, milestone = 'training') {
	return situationOf(await listSubjectEvents(database.db, subject), milestone, TODAY);
}

function problem(field: string, code: string) {
	return { outcome: 'invalid', problems: [{ field, code }] };
}

describe('recording', () => {
	it('leaves the projection as the whole ledger makes it, also of a location and a correction', async () => {
		const first = await recorded('plan', { targetOn: '2021-06-01' });
		const later = { targetOn: '2021-07-01', reason: 'lockdown' };
		const second = await recorded('plan', { ...later, basedOn: first });
		const corrected = { ...later, targetOn: '2021-08-01', event: second, basedOn: second };
		const third = await recorded('correct', corrected);
		await undoEntry(database.db, adviser, library, Number(third), TODAY);
		const opening = { milestone: 'opening', targetOn: '2021-06-01' };
		await recorded('plan', opening, { subject: point });
		const kept = await states();
		expect(kept.some(({ libraryId }) => libraryId === library.id)).toBe(true);
		expect(kept.some(({ informationPointId }) => informationPointId === point.id)).toBe(true);
		await database.ownerDb.transaction().execute((trx) => rebuildMilestoneState(trx));
		expect(await states()).toEqual(kept);
	});

	it('waits for who records, and judges what she recorded', async () => {
		const first = await recorded('plan', { targetOn: '2021-06-01' });
		const mine = { targetOn: '2021-07-01', reason: 'anders', basedOn: first };
		const outcome = await database.db.transaction().execute(async (trx) => {
			await lockWriters(trx);
			const late = record('plan', { ...mine, targetOn: '2021-09-01' });
			await vi.waitUntil(someoneWaits, { timeout: 5_000 });
			await appendEvents(trx, { id: colleague.id, organisation: 'POI' }, [
				{ ...eventOf('2021-08-01'), subject: { level: 'library', id: library.id } }
			]);
			return { late };
		});
		expect(await outcome.late).toMatchObject({
			outcome: 'conflict',
			theirs: { targetOn: '2021-08-01' }
		});
	});
});

const eventOf = (targetOn: string) =>
	({ milestoneCode: 'training', kind: 'planned', effectiveOn: TODAY, targetOn }) as const;

const states = () =>
	database.ownerDb
		.selectFrom('milestoneState')
		.selectAll()
		.orderBy('eventId')
		.orderBy('lane')
		.orderBy('validFrom')
		.orderBy('knownFrom')
		.execute();

/** Whether a connection to this database waits for a lock. */
async function someoneWaits(): Promise<boolean> {
	const { rows } = await sql<{ waits: boolean }>`select exists (
		select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
	) as waits`.execute(database.db);
	return rows[0]?.waits ?? false;
}

describe('planning', () => {
	it('makes the first plan, and a later plan leaves it as it was', async () => {
		const first = await recorded('plan', { targetOn: '2021-06-01' });
		await recorded('plan', { targetOn: '1-7-2021', reason: 'lockdown', basedOn: first });
		const { firstPlan, plan } = await situation();
		expect(firstPlan?.targetOn).toBe('2021-06-01');
		expect(plan?.targetOn).toBe('2021-07-01');
		expect(plan?.reasonCode).toBe('lockdown');
	});

	it('asks a reason for a second plan, and not for the first', async () => {
		const first = await recorded('plan', { targetOn: '2021-06-01' });
		expect(await record('plan', { targetOn: '2021-07-01', basedOn: first })).toEqual(
			problem('reason', 'reason_required')
		);
		expect(await record('plan', { targetOn: '2021-07-01', basedOn: first, reason: 'oud' })).toEqual(
			problem('reason', 'unknown_reason')
		);
	});

	it.each([
		['', 'required'],
		['2018-12-31', 'not_sensible'],
		['2031-01-01', 'not_sensible']
	])('refuses the day "%s"', async (targetOn, code) => {
		expect(await record('plan', { targetOn })).toEqual(problem('targetOn', code));
	});

	it('refuses a new plan that was made before the first one', async () => {
		const first = await recorded('plan', { targetOn: '2021-06-01', effectiveOn: '2021-05-01' });
		expect(
			await record('plan', {
				...{ targetOn: '2021-07-01', effectiveOn: '2021-04-30' },
				...{ reason: 'lockdown', basedOn: first }
			})
		).toEqual(problem('effectiveOn', 'before_first_plan'));
	});

	it('can be withdrawn with a reason; the first plan stays', async () => {
		const basedOn = await recorded('plan', { targetOn: '2021-06-01' });
		expect(await record('withdraw_plan', { basedOn })).toEqual(
			problem('reason', 'reason_required')
		);
		await recorded('withdraw_plan', { basedOn, reason: 'lockdown' });
		const { plan, firstPlan } = await situation();
		expect(plan).toBeNull();
		expect(firstPlan?.targetOn).toBe('2021-06-01');
	});
});

describe('a day that cannot be', () => {
	const opening = { milestone: 'opening', openingForm: 'volledig' };
	const operation = { milestone: 'operation', reason: 'lockdown', endUnknown: 'yes' };

	it('a closure says when it is expected to end, or that nobody knows', async () => {
		await recorded('achieve', { ...opening, effectiveOn: '2021-04-10' }, { subject: point });
		const close = (typed: Partial<Record<keyof ActValues, string>>) =>
			record(
				'temporarily_close',
				{ milestone: 'operation', reason: 'lockdown', effectiveOn: '2021-05-01', ...typed },
				{ subject: point }
			);
		expect(await close({})).toEqual(problem('targetOn', 'end_required'));
		const both = { targetOn: '2021-06-01', endUnknown: 'yes' };
		expect(await close(both)).toEqual(problem('targetOn', 'end_and_unknown'));
		expect(await close({ targetOn: '2021-05-01' })).toEqual(
			problem('targetOn', 'ends_before_closing')
		);
		const closed = await close({ targetOn: '1 juni 2021' });
		if (closed.outcome !== 'recorded') throw new Error(JSON.stringify(closed));
		expect((await situation(point, 'operation')).status).toMatchObject({
			...{ kind: 'temporarily_closed', targetOn: '2021-06-01' }
		});
		const entry = (await findHistoryEntry(database.db, adviser, closed.eventId))!;
		expect(historySentence(entry, { locale: 'nl' })).toContain(
			'tijdelijk dicht is, vanaf 1 mei 2021 en naar verwachting tot 1 juni 2021.'
		);
		await undoEntry(database.db, adviser, point, closed.eventId, TODAY);
		const basedOn = String((await situation(point, 'operation')).lastEvent!.id);
		expect(await close({ endUnknown: 'yes', basedOn })).toMatchObject({ outcome: 'recorded' });
		expect((await situation(point, 'operation')).status?.targetOn).toBeNull();
	});

	it('the database refuses too what no form lets through, by name', async () => {
		const of = { subject: pointOf(point.id) };
		const append = (...events: Omit<NewEvent, 'subject'>[]) =>
			database.db
				.transaction()
				.execute((trx) =>
					appendEvents(
						trx,
						{ id: 'x', organisation: 'x' },
						events.map((event) => ({ ...of, ...event }))
					)
				)
				.then(
					() => 'recorded',
					(error: { constraint?: string }) => error.constraint
				);
		const opened = {
			milestoneCode: 'opening',
			kind: 'achieved',
			effectiveOn: '2021-04-10'
		} as const;
		const closed = { milestoneCode: 'operation', kind: 'temporarily_closed' } as const;
		const gone = { milestoneCode: 'operation', kind: 'permanently_closed' } as const;
		expect(await append({ ...closed, effectiveOn: '2021-04-10', targetOn: '2021-04-10' })).toBe(
			'event_closure_ends_later'
		);
		expect(await append({ ...opened, kind: 'planned', targetOn: '2031-01-01' })).toBe(
			'event_target_sensible'
		);
		expect(await append({ ...gone, effectiveOn: '2021-04-09' }, opened)).toBe(
			'event_closed_after_opening'
		);
		expect(await append(opened)).toBe('recorded');
		expect(await append({ ...closed, effectiveOn: '2021-04-09' })).toBe(
			'event_closed_after_opening'
		);
		expect(await append({ ...closed, effectiveOn: '2021-04-10' })).toBe('recorded');
		// What opened again was closed in between, whatever the opening is corrected to.
		expect(await append({ ...closed, kind: 'reopened', effectiveOn: '2021-04-12' })).toBe(
			'recorded'
		);
	});

	it('the database refuses a reopening without a closure, also by correcting or undoing that', async () => {
		const operate = (
			kind: 'temporarily_closed' | 'online_only' | 'reopened',
			effectiveOn: string,
			correctsEventId?: number
		) =>
			database.db
				.transaction()
				.execute((trx) =>
					appendEvents(trx, { id: 'x', organisation: 'x' }, [
						{
							subject: pointOf(point.id),
							...{ milestoneCode: 'operation', kind, effectiveOn },
							...(correctsEventId === undefined ? {} : { correctsEventId })
						}
					])
				)
				.then(
					() => 'recorded',
					(error: { constraint?: string }) => error.constraint
				);
		const refused = 'event_reopened_after_closing';
		const lastId = async () => (await situation(point, 'operation')).lastEvent?.id;
		expect(await operate('reopened', '2021-01-05')).toBe(refused);
		expect(await operate('temporarily_closed', '2021-01-10')).toBe('recorded');
		const closing = await lastId();
		expect(await operate('reopened', '2021-01-09')).toBe(refused);
		expect(await operate('reopened', '2021-02-01')).toBe('recorded');
		expect(await operate('reopened', '2021-03-01')).toBe(refused);
		expect(await operate('temporarily_closed', '2021-02-02', closing)).toBe(refused);
		await expect(
			undoEntry(database.db, manager, point, closing ?? null, TODAY)
		).rejects.toMatchObject({ constraint: refused });
		// Online for one day only: closed and open again on it.
		expect(await operate('online_only', '2021-04-01')).toBe('recorded');
		expect(await operate('reopened', '2021-04-01')).toBe('recorded');
	});

	it('a location does not close before it opened, nor open again before it closed', async () => {
		await recorded('achieve', { ...opening, effectiveOn: '2021-04-10' }, { subject: point });
		const close = (effectiveOn: string) =>
			record('temporarily_close', { ...operation, effectiveOn }, { subject: point });
		expect(await close('2021-04-09')).toEqual(problem('effectiveOn', 'before_opening'));
		const closed = await close('2021-04-10');
		const basedOn = closed.outcome === 'recorded' ? String(closed.eventId) : '';
		const again = { milestone: 'operation', effectiveOn: '2021-04-09', basedOn };
		expect(await record('reopen', again, { subject: point })).toEqual(
			problem('effectiveOn', 'before_closing')
		);
	});

	it('a location that is closed for good plans nothing, and reached nothing after that day', async () => {
		await recorded('close', { ...operation, effectiveOn: '2021-04-10' }, { subject: point });
		expect(
			await record('plan', { milestone: 'variant', targetOn: '2021-06-01' }, { subject: point })
		).toEqual(problem('form', 'closed_for_good'));
		const done = (effectiveOn: string) =>
			record('achieve', { milestone: 'variant', effectiveOn }, { subject: point });
		expect(await done('2021-04-11')).toEqual(problem('effectiveOn', 'after_closing'));
		expect(await done('2021-04-10')).toMatchObject({ outcome: 'recorded' });
	});

	it('a plan for a day long past is asked about first', async () => {
		const typed = { targetOn: '2021-04-08' };
		expect(await record('plan', typed)).toEqual(problem('targetOn', 'long_past'));
		expect(await record('plan', { ...typed, pastMeant: 'yes' })).toMatchObject({
			outcome: 'recorded'
		});
		expect(await record('plan', { milestone: 'netwerk', targetOn: '2021-04-09' })).toMatchObject({
			outcome: 'recorded'
		});
	});

	it('another reason asks for a note', async () => {
		const typed = { reason: 'anders' };
		expect(await record('hold', typed)).toEqual(problem('note', 'note_required'));
		expect(await record('hold', { ...typed, note: 'Brand' })).toMatchObject({
			outcome: 'recorded'
		});
	});

	it('a correction that changes nothing is not recorded', async () => {
		const event = await recorded('achieve', { effectiveOn: '2021-05-03' });
		const same = { event, basedOn: event, effectiveOn: '2021-05-03' };
		expect(await record('correct', same)).toEqual(problem('form', 'changes_nothing'));
		expect(await record('correct', { ...same, note: 'Nagevraagd' })).toMatchObject({
			outcome: 'recorded'
		});
	});
});

describe('recording a milestone as done', () => {
	it('takes today or an earlier day, and no day in the future', async () => {
		expect(await record('achieve', { effectiveOn: '2021-05-11' })).toEqual(
			problem('effectiveOn', 'in_future')
		);
		expect(await record('achieve', {})).toEqual(problem('effectiveOn', 'required'));
		await recorded('achieve', { effectiveOn: '2021-05-03', precision: 'month' });
		const { status } = await situation();
		expect(status).toMatchObject({ kind: 'achieved', effectiveOn: '2021-05-03' });
		expect(status?.datePrecision).toBe('month');
	});

	it('asks how an information point opened', async () => {
		const typed = { milestone: 'opening', effectiveOn: TODAY };
		expect(await record('achieve', typed, { subject: point })).toEqual(
			problem('openingForm', 'opening_form_required')
		);
		await recorded('achieve', { ...typed, openingForm: 'kleinschalig' }, { subject: point });
		expect((await situation(point, 'opening')).status?.openingForm).toBe('kleinschalig');
	});

	it('counts an opening that is only online as operation, not as opening', async () => {
		const typed = { milestone: 'opening', effectiveOn: TODAY, openingForm: 'alleen_online' };
		await recorded('achieve', typed, { subject: point });
		expect((await situation(point, 'opening')).status).toBeNull();
		expect((await situation(point, 'operation')).status?.kind).toBe('online_only');
		expect(await record('achieve', typed, { subject: point })).toEqual(
			problem('openingForm', 'already_so')
		);
	});

	it('is refused for a milestone of another level', async () => {
		expect(await record('achieve', { milestone: 'opening', effectiveOn: TODAY })).toEqual(
			problem('form', 'other_level')
		);
		expect(
			await record('achieve', { milestone: 'training', effectiveOn: TODAY }, { subject: point })
		).toEqual(problem('form', 'other_level'));
	});

	it('is refused when it is done already', async () => {
		const basedOn = await recorded('achieve', { effectiveOn: TODAY });
		expect(await record('achieve', { effectiveOn: '2021-05-09', basedOn })).toEqual(
			problem('form', 'already_achieved')
		);
	});
});

describe('the other acts', () => {
	it('put on hold with a reason, and resume', async () => {
		expect(await record('hold', {})).toEqual(problem('reason', 'reason_required'));
		const held = await recorded('hold', { reason: 'lockdown' });
		expect((await situation()).status?.kind).toBe('on_hold');
		await recorded('resume', { basedOn: held });
		expect((await situation()).status).toBeNull();
	});

	it('mark not applicable only where the template allows it', async () => {
		expect(await record('not_applicable', {})).toEqual(problem('form', 'not_allowed'));
		const milestone = 'inrichting';
		await recorded('not_applicable', { milestone }, { subject: point });
		expect((await situation(point, milestone)).status?.kind).toBe('not_applicable');
	});

	it('give a forecast without a reason', async () => {
		await recorded('forecast', { targetOn: '2021-08-01' });
		expect((await situation()).forecast?.targetOn).toBe('2021-08-01');
	});

	it('close a location only when it opened, and open it again', async () => {
		const milestone = 'operation';
		const close = { milestone, reason: 'lockdown', endUnknown: 'yes' };
		expect(await record('temporarily_close', close, { subject: point })).toEqual(
			problem('form', 'not_open')
		);
		const opening = { milestone: 'opening', effectiveOn: '2021-04-01', openingForm: 'volledig' };
		await recorded('achieve', opening, { subject: point });
		const basedOn = await recorded('temporarily_close', close, { subject: point });
		await recorded('reopen', { milestone, basedOn }, { subject: point });
		expect((await situation(point, milestone)).status?.kind).toBe('reopened');
	});

	it('confirm once a day that all is still right', async () => {
		const first = await confirmRecord(database.db, adviser, library, TODAY);
		expect(first.outcome).toBe('recorded');
		expect(await confirmRecord(database.db, adviser, library, TODAY)).toEqual(first);
		expect((await situation(library, 'record')).lastEvent?.kind).toBe('confirmed');
	});

	it('confirm again on the day that they undid it', async () => {
		const first = await confirmRecord(database.db, colleague, library, TODAY);
		if (first.outcome !== 'recorded') throw new Error(first.outcome);
		await undoEntry(database.db, colleague, library, first.eventId, TODAY);
		const again = await confirmRecord(database.db, colleague, library, TODAY);
		expect(again).toMatchObject({ outcome: 'recorded' });
		expect(again).not.toEqual(first);
	});

	it('write nothing about a library that no longer exists', async () => {
		const { slug } = await insertLibrary(database.ownerDb, {
			activeTo: TODAY,
			supportInstituteId: adviser.supportInstituteId!
		});
		const subject = (await findWorkLibrary(database.db, slug, TODAY))!;
		expect(await record('plan', { targetOn: '2021-06-01' }, { subject })).toEqual(
			problem('form', 'gone')
		);
		expect(await confirmRecord(database.db, adviser, subject, TODAY)).toEqual(
			problem('form', 'gone')
		);
	});
});

describe('a colleague in between', () => {
	it('is not overwritten: nothing is recorded, and what she recorded comes back', async () => {
		const basedOn = await recorded('plan', { targetOn: '2021-06-01' });
		const theirs = await recorded('achieve', { effectiveOn: TODAY, basedOn }, { user: colleague });
		const outcome = await record('hold', { reason: 'lockdown', basedOn });
		expect(outcome).toMatchObject({ outcome: 'conflict', theirs: { id: Number(theirs) } });
		expect((await situation()).status?.kind).toBe('achieved');
	});

	it('can still be followed by mine, when I choose so', async () => {
		const basedOn = await recorded('plan', { targetOn: '2021-06-01' });
		const theirs = await recorded(
			'plan',
			{ targetOn: '2021-07-01', reason: 'lockdown', basedOn },
			{ user: colleague }
		);
		const mine = { targetOn: '2021-08-01', reason: 'lockdown' };
		expect((await record('plan', { ...mine, basedOn })).outcome).toBe('conflict');
		await recorded('plan', { ...mine, basedOn: theirs });
		expect((await situation()).plan?.targetOn).toBe('2021-08-01');
	});

	it('does not see a conflict in a form that was sent twice', async () => {
		const typed = { targetOn: '2021-06-01' };
		const first = await recorded('plan', typed);
		expect(await recorded('plan', typed)).toBe(first);
		expect(await listSubjectEvents(database.db, library)).toHaveLength(1);
	});

	it('lets only one of two through that write at the same moment', async () => {
		const outcomes = await Promise.all([
			record('achieve', { effectiveOn: TODAY }, { user: adviser }),
			record('achieve', { effectiveOn: '2021-05-09' }, { user: colleague })
		]);
		expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'recorded']);
	});
});

describe('putting right and taking back', () => {
	it('corrects an entry; the wrong value stays in the history', async () => {
		const event = await recorded('achieve', { effectiveOn: '2021-05-01' });
		await recorded('correct', { event, basedOn: event, effectiveOn: '2021-05-04' });
		expect((await situation()).status?.effectiveOn).toBe('2021-05-04');
		const { entries } = await listHistory(database.db, adviser, library, { limit: 10 });
		expect(entries.map(({ effectiveOn }) => effectiveOn)).toEqual(['2021-05-04', '2021-05-01']);
		expect(entries[1]?.correctedBy?.id).toBe(entries[0]?.id);
		expect(entries[0]?.corrected?.effectiveOn).toBe('2021-05-01');
	});

	it('corrects the first plan without asking a reason', async () => {
		const event = await recorded('plan', { targetOn: '2021-06-01' });
		await recorded('correct', { event, basedOn: event, targetOn: '2021-06-11' });
		expect((await situation()).firstPlan?.targetOn).toBe('2021-06-11');
	});

	it('undoes an entry, and undoes that again', async () => {
		const basedOn = await recorded('plan', { targetOn: '2021-06-01' });
		const achieved = await recorded('achieve', { effectiveOn: TODAY, basedOn });
		const undone = await undoEntry(database.db, adviser, library, Number(achieved), TODAY);
		expect((await situation()).status).toBeNull();
		if (undone.outcome !== 'recorded') throw new Error('not undone');
		await undoEntry(database.db, adviser, library, undone.eventId, TODAY);
		expect((await situation()).status).toMatchObject({ kind: 'achieved', effectiveOn: TODAY });
	});

	it('lets only the author or the programme manager undo', async () => {
		const event = Number(await recorded('plan', { targetOn: '2021-06-01' }));
		const undo = (user: User) => undoEntry(database.db, user, library, event, TODAY);
		expect(await undo(colleague)).toEqual({ outcome: 'forbidden' });
		expect((await findHistoryEntry(database.db, colleague, event))?.mayUndo).toBe(false);
		expect((await undo(manager)).outcome).toBe('recorded');
		expect(await undo(adviser)).toMatchObject({ outcome: 'conflict' });
	});

	it('does not correct an entry of another library', async () => {
		const other = await insertLibrary(database.ownerDb, {
			supportInstituteId: adviser.supportInstituteId!
		});
		const subject = (await findWorkLibrary(database.db, other.slug, TODAY))!;
		const event = await recorded('plan', { targetOn: '2021-06-01' }, { subject });
		expect(await record('correct', { event, targetOn: '2021-06-02' })).toEqual(
			problem('form', 'unknown_event')
		);
	});
});

describe('the history', () => {
	it('gives persons and notes only to those who may know', async () => {
		const note = 'Wacht op de vloer.';
		const event = Number(
			await recorded('plan', { targetOn: '2021-06-01', note, noteVisibility: 'internal' })
		);
		const stranger = await insertUser(
			database.ownerDb,
			'advisor',
			await insertSupportInstitute(database.ownerDb)
		);
		const stakeholder = await insertUser(database.ownerDb, 'stakeholder', null, 'BZK');
		const seenBy = (reader: User | undefined) => findHistoryEntry(database.db, reader, event);
		expect(await seenBy(colleague)).toMatchObject({ person: adviser.name, note });
		expect(await seenBy(manager)).toMatchObject({ person: adviser.name, note });
		for (const reader of [undefined, stakeholder, stranger]) {
			expect(await seenBy(reader)).toMatchObject({ person: null, note: null, mayUndo: false });
			expect(JSON.stringify(await seenBy(reader))).not.toContain(adviser.id);
		}
	});

	it('shows stakeholders the notes that are marked for them, and the public none', async () => {
		const note = 'Voor BZK.';
		const event = Number(
			await recorded('plan', { targetOn: '2021-06-01', note, noteVisibility: 'stakeholders' })
		);
		const stakeholder = await insertUser(database.ownerDb, 'stakeholder', null, 'BZK');
		expect((await findHistoryEntry(database.db, stakeholder, event))?.note).toBe(note);
		expect((await findHistoryEntry(database.db, undefined, event))?.note).toBeNull();
	});

	it('says what was before, and comes in pages with the latest first', async () => {
		let basedOn = await recorded('plan', { targetOn: '2021-06-01' });
		for (const targetOn of ['2021-07-01', '2021-08-01'])
			basedOn = await recorded('plan', { targetOn, reason: 'lockdown', basedOn });
		await recorded('plan', { milestone: 'opening', targetOn: '2021-09-01' }, { subject: point });
		const first = await listHistory(database.db, undefined, library, { limit: 3 });
		expect(first.entries.map(({ targetOn }) => targetOn)).toEqual([
			...['2021-09-01', '2021-08-01', '2021-07-01']
		]);
		expect(first.entries.map(({ before }) => before?.targetOn)).toEqual([
			...[undefined, '2021-07-01', '2021-06-01']
		]);
		const next = await listHistory(database.db, undefined, library, {
			...{ limit: 3, before: first.next }
		});
		expect(next.entries.map(({ targetOn }) => targetOn)).toEqual(['2021-06-01']);
		expect(next.next).toBeNull();
	});
});

describe('the opening of a location', () => {
	const listed = async () => {
		const one = { id: point.id, name: 'Balie', town: 'Proefdorp' };
		return (await listPointStates(database.db, [one], TODAY))[0];
	};
	const opening = (act: Act, typed: Parameters<typeof values>[0]) =>
		recorded(act, { milestone: 'opening', ...typed }, { subject: point });

	it('is told from what stands today: nothing, a plan and what is expected, or that it opened', async () => {
		const nothing = { openedOn: null, planOn: null, forecastOn: null, firstPlanOn: null };
		expect(await listed()).toMatchObject({ name: 'Balie', town: 'Proefdorp', ...nothing });
		const plan = await opening('plan', { targetOn: '2021-06-01' });
		const basedOn = await opening('forecast', { targetOn: '2021-07-01', basedOn: plan });
		const planned = { planOn: '2021-06-01', forecastOn: '2021-07-01', firstPlanOn: '2021-06-01' };
		expect(await listed()).toMatchObject({ ...planned, openedOn: null, openingStatus: null });
		await opening('achieve', { effectiveOn: '2021-05-03', openingForm: 'volledig', basedOn });
		expect(await listed()).toMatchObject({
			...{ openedOn: '2021-05-03', openingStatus: 'achieved', operation: null }
		});
	});
});

describe('a work sheet', () => {
	const rowOf = async (milestone: string, subject = library) => {
		const { rows } = await readWorkSheet(database.db, subject, TODAY);
		return rows.find(({ milestoneCode }) => milestoneCode === milestone)!;
	};

	it('of a library waits for its first location, never for every later one', async () => {
		await recorded('achieve', { milestone: 'borging', effectiveOn: '2021-05-01' });
		const warned = [{ code: 'done_before', milestoneCode: 'opening' }];
		expect((await rowOf('borging')).warnings).toEqual(warned);
		await recorded(
			'achieve',
			{ milestone: 'opening', effectiveOn: '2019-07-01', openingForm: 'volledig' },
			{ subject: point }
		);
		expect((await rowOf('borging')).warnings).toEqual([]);
		const later = await insertInformationPoint(
			database.ownerDb,
			library.library.id,
			await insertMunicipality(database.ownerDb)
		);
		const subject = (await findWorkPoint(database.db, later, TODAY))!;
		await recorded('plan', { milestone: 'opening', targetOn: '2021-09-01' }, { subject });
		expect((await rowOf('borging')).warnings).toEqual([]);
		// The location itself still waits for the steps of its library.
		await recorded('achieve', { milestone: 'gids', effectiveOn: '2021-05-01' }, { subject: point });
		expect((await rowOf('opening', point)).warnings).toEqual([
			{ code: 'done_before', milestoneCode: 'training' }
		]);
	});

	it('is over time no longer once it is expected later, and says when it was looked at', async () => {
		const plan = await recorded('plan', {
			...{ targetOn: '2021-05-01', effectiveOn: '2021-03-01' }
		});
		expect(await rowOf('training')).toMatchObject({ overdue: true, lookedAtOn: null });
		await confirmRecord(database.db, adviser, library, TODAY);
		expect(await rowOf('training')).toMatchObject({ overdue: true, lookedAtOn: TODAY });
		await recorded('forecast', { targetOn: '2021-06-15', basedOn: plan });
		expect(await rowOf('training')).toMatchObject({
			...{ overdue: false, expectedLater: true, lookedAtOn: null }
		});
	});

	it('says of a location what was said of its library, and not what was taken back', async () => {
		await recorded('plan', { milestone: 'opening', targetOn: '2021-05-01' }, { subject: point });
		const confirmed = await confirmRecord(database.db, adviser, library, TODAY);
		expect(await rowOf('opening', point)).toMatchObject({ lookedAtOn: TODAY });
		if (confirmed.outcome !== 'recorded') throw new Error(confirmed.outcome);
		await undoEntry(database.db, adviser, library, confirmed.eventId, TODAY);
		expect(await rowOf('opening', point)).toMatchObject({ overdue: true, lookedAtOn: null });
		const sheet = await readWorkSheet(database.db, library, TODAY);
		expect(sheet.lastConfirmedOn).toBeNull();
	});
});
