import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { BatchAct } from '#lib/server/work/batch/act.ts';
import { cellOf } from '#lib/work/grid/cell-of.ts';
import { readCell, type CellBase, type GridLane } from '#lib/work/grid/cell.ts';
import { faultText } from '#lib/work/grid/labels.ts';
import type { SentCell } from '#lib/work/grid/read-cells.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { listStanding } from './list-standing.ts';

/** What holds for all cells that are sent together. */
export type Shared = Pick<
	ActValues,
	'reason' | 'note' | 'noteVisibility' | 'pastMeant' | 'openingForm'
>;

/** What somebody means by the cells that she sent: acts, and what could not be read. */
export interface CellActs {
	acts: BatchAct[];
	/** By the name of the cell. */
	faults: Record<string, string>;
	/** Cells that ask for nothing (any more). */
	settled: string[];
}

/**
 * The acts of cells that were sent. Where somebody else recorded something in between, her entry is
 * left alone until a choice is made; then mine is judged as what follows on it.
 */
export async function cellActs(
	db: Kysely<DB>,
	lane: GridLane,
	cells: readonly SentCell[],
	subjects: ReadonlyMap<string, WorkSubject>,
	shared: Shared,
	today: Day
): Promise<CellActs> {
	const bases = await basesOfChosen(db, lane, cells, subjects, today);
	const found: CellActs = { acts: [], faults: {}, settled: [] };
	for (const cell of cells) {
		const { key, level, id, milestoneCode: milestone, text, theirsId, choice } = cell;
		if (theirsId !== null && choice === 'theirs') {
			found.settled.push(key);
			continue;
		}
		const base = bases.get(key) ?? cell.base;
		const read = readCell(lane, base, text, today);
		if (read.kind === 'none') found.settled.push(key);
		else if (read.kind === 'fault') found.faults[key] = faultText(read.fault, text, getLocale());
		else {
			const { basedOn, entry } = base;
			const moves = read.act === 'withdraw_plan' || (read.act === 'plan' && entry !== null);
			const values: ActValues = {
				...actForm.parse({}),
				...{ milestone, basedOn, event: lane === 'done' ? entry : null },
				...(lane === 'done' ? { effectiveOn: read.day } : { targetOn: read.day }),
				...(moves ? pickReason(shared) : {}),
				pastMeant: shared.pastMeant,
				openingForm: read.act === 'achieve' ? shared.openingForm : null
			};
			found.acts.push({ key, level, id, act: read.act, values });
		}
	}
	await keepWhatStood(db, found.acts);
	return found;
}

const pickReason = ({ reason, note, noteVisibility }: Shared) => ({ reason, note, noteVisibility });

/**
 * What the cells of a choice are now. No entry has the number 0: without a choice it stays a conflict,
 * and so it does when yet another entry has come since.
 */
async function basesOfChosen(
	db: Kysely<DB>,
	lane: GridLane,
	cells: readonly SentCell[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Map<string, CellBase>> {
	const asked = cells.filter(({ theirsId }) => theirsId !== null);
	const mine = asked.flatMap((cell) => {
		const subject = subjects.get(subjectKey(cell));
		const { level, id } = cell;
		return cell.choice === 'mine' && subject ? [{ level, id, libraryId: subject.library.id }] : [];
	});
	const standing = mine.length > 0 ? await listStanding(db, mine, today) : new Map<string, never>();
	return new Map(
		asked.map(({ key, base, theirsId, choice }) => {
			const now = cellOf(key, lane, standing.get(key), today, getLocale());
			if (choice !== 'mine' || now.basedOn !== theirsId) return [key, { ...base, basedOn: 0 }];
			return [key, { basedOn: now.basedOn, was: now.was, entry: now.entry }];
		})
	);
}

/** Putting a day right keeps what else the entry said: its note, and what kind of opening it was. */
async function keepWhatStood(db: Kysely<DB>, acts: readonly BatchAct[]): Promise<void> {
	const ids = acts.flatMap(({ act, values }) => (act === 'correct' ? (values.event ?? []) : []));
	if (ids.length === 0) return;
	const entries = await db
		.selectFrom('event')
		.select(['id', 'openingForm', 'note', 'noteVisibility'])
		.where('id', 'in', ids)
		.execute();
	const byId = new Map(entries.map(({ id, ...kept }) => [id, kept]));
	for (const { act, values } of acts) {
		if (act === 'correct') Object.assign(values, byId.get(values.event!));
	}
}
