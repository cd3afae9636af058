import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import { correctionsOf, type RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { isLocked, locksFor } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { circumstancesOf, codesOf } from '#lib/server/work/update/circumstances.ts';
import { readEntry, undoValues, withEntry } from '#lib/server/work/update/corrected-entry.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { findConfirmation } from '#lib/server/work/update/service.ts';
import { isOfAnotherDay, plainValues, saySame } from '#lib/work/update/event-values.ts';
import { problemErrors, problemText } from '#lib/work/update/problem-text.ts';
import { problemsOf, type Problem, type ProblemCode } from '#lib/work/update/rules.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BatchAct, Decision } from './act.ts';
import { findReplays, statementOf } from './find-replays.ts';
import type { Known } from './read-known.ts';
import { provisionalEvent } from './provisional-event.ts';

/** An act with what its decision needs. */
interface Context {
	user: User;
	one: BatchAct;
	subject: WorkSubject;
	/** What the ledger has of the subject. */
	recorded: readonly RecordedEvent[];
	/** The same, and behind it what earlier acts of this batch say. */
	events: readonly RecordedEvent[];
	today: Day;
}

/**
 * Judges the acts of a batch in their order, by the rules of the form of each act, without writing
 * anything. Each act knows what the earlier ones say: a plan and its being reached may stand in one
 * file. The caller has checked that the user may write for each of the libraries.
 */
export function decideActs(
	user: User,
	acts: readonly BatchAct[],
	known: Known,
	today: Day
): Decision[] {
	const replays = findReplays(user, acts, known, today);
	const said = new Map<string, RecordedEvent[]>();
	let added = 0;
	return acts.map((one): Decision => {
		const key = subjectKey(one);
		const subject = known.subjects.get(key);
		if (!subject) return invalid(one, 'gone');
		const before = replays.get(one);
		if (before !== undefined) return { key: one.key, outcome: 'recorded', eventId: before };
		const recorded = known.events.get(key) ?? [];
		let events = said.get(key);
		if (!events) said.set(key, (events = [...recorded]));
		const replayed = replays.isReplayed(one);
		const decision = decide({ user, one, subject, recorded, events, today }, known, replayed);
		if (decision.outcome === 'new') {
			events.push(provisionalEvent(decision.event, user, today, added));
			added += 1;
		}
		return decision;
	});
}

function decide(context: Context, known: Known, replayed: boolean): Decision {
	const { user, one, subject, recorded, events, today } = context;
	const { key, act, values } = one;
	if (act === 'confirm') return decideConfirmation(context);
	const own = recorded.filter(({ milestoneCode }) => milestoneCode === values.milestone);
	const newest = own.reduce<RecordedEvent | null>(
		(last, event) => (last && last.id > event.id ? last : event),
		null
	);
	// What others recorded since; what this very batch recorded before is no conflict with itself.
	if (newest && newest.id !== values.basedOn && !replayed) {
		return { key, outcome: 'conflict', theirs: newest };
	}
	if (act === 'undo') return decideUndo(context, known);
	const entry = readEntry(act, values, events);
	if ('outcome' in entry) {
		if (entry.outcome === 'invalid') return refused(one, entry.problems);
		const isTheirs = recorded.includes(entry.theirs);
		return isTheirs ? { key, ...entry } : invalid(one, 'already_corrected');
	}
	const { plainAct, corrected } = entry;
	const now = circumstancesOf(
		subject,
		events,
		known.rules.get(subject.templateId)!,
		values.milestone,
		today,
		user.id
	);
	const mine = statementOf(one, recorded, today)!;
	const problems = problemsOf(plainAct, values, withEntry(now, corrected));
	if (corrected && saySame(mine, corrected)) return invalid(one, 'changes_nothing');
	const errors = allErrors(one, problems, today);
	return Object.keys(errors).length > 0
		? { key, outcome: 'invalid', errors }
		: { key, outcome: 'new', event: { ...mine, ...about(subject, corrected?.id) } };
}

/** All errors at once; asked once about a form of another day, which goes back as one of today. */
const allErrors = (one: BatchAct, problems: readonly Problem[], today: Day): Errors => ({
	...(isOfAnotherDay(one.values, one.on ?? today)
		? { effectiveOn: problemText('another_day') }
		: {}),
	...problemErrors(problems),
	...one.errors
});

function decideConfirmation({ user, one, subject, recorded, events, today }: Context): Decision {
	const { milestone } = one.values;
	const belongs = milestone === RECORD || codesOf(subject.level).includes(milestone);
	if (!subject.exists || !belongs) return invalid(one, 'gone');
	const day = one.on ?? today;
	const before = findConfirmation(user, events, milestone, day);
	const same = before && recorded.includes(before) ? { eventId: before.id } : {};
	if (before) return { key: one.key, outcome: 'recorded', ...same };
	const event = { ...plainValues('confirmed', milestone, day), ...about(subject) };
	return { key: one.key, outcome: 'new', event };
}

function decideUndo(
	{ user, one, subject, recorded, events, today }: Context,
	known: Known
): Decision {
	const { key, values } = one;
	const entry = recorded.find(
		({ id, milestoneCode }) => id === values.event && milestoneCode === values.milestone
	);
	if (!entry) return invalid(one, 'unknown_event');
	if (correctionsOf(events).has(entry.id)) return invalid(one, 'already_corrected');
	if (!mayUndo(user, entry, subject.library)) {
		return { key, outcome: 'invalid', errors: { form: m.update_refused_undo() } };
	}
	const { locks } = known.rules.get(subject.templateId)!;
	if (isLocked(locksFor(locks, user.id, today), entry.effectiveOn)) {
		return invalid(one, 'quarter_locked');
	}
	const event = { ...undoValues(entry, events, today), ...about(subject, entry.id) };
	return { key, outcome: 'new', event };
}

const about = ({ level, id }: WorkSubject, correctsEventId?: number) => ({
	subject: { level, id },
	correctsEventId: correctsEventId ?? null
});

const refused = (one: BatchAct, problems: readonly Problem[]): Decision => ({
	key: one.key,
	outcome: 'invalid',
	errors: { ...problemErrors(problems), ...one.errors }
});

const invalid = (one: BatchAct, code: ProblemCode): Decision =>
	refused(one, [{ field: 'form', code }]);
