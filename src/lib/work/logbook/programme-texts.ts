import { roleLabel } from '#lib/access/account/role-label.ts';
import { isRole } from '#lib/access/account/user.ts';
import { quarterText } from '#lib/figures/question/figures.ts';
import { templateLabel } from '#lib/ledger/template/labels.ts';
import type { DutyKind } from '#lib/programme/grant/accountability.ts';
import { dutyText } from '#lib/programme/grant/entry-texts.ts';
import { m } from '#lib/paraglide/messages.js';
import { stateText } from '#lib/programme/selection-round/texts.ts';
import type { RoundState } from '#lib/programme/selection-round/selection-round.ts';
import { dayOf, inLanguage, type LineText } from './record-texts.ts';

const LOCKS: Record<string, (inputs: { quarter: string; name: string; until: string }) => string> =
	{
		locked: m.logbook_quarter_locked,
		unlocked: m.logbook_quarter_unlocked,
		excepted: m.logbook_quarter_excepted,
		exception_ended: m.logbook_quarter_ended
	};

const REASONS: Record<string, (inputs: { name: string }) => string> = {
	added: m.logbook_reason_added,
	changed: m.logbook_reason_changed,
	moved: m.logbook_reason_moved
};

const THRESHOLDS: Record<string, (inputs: { value: number }) => string> = {
	silent_weeks: m.logbook_threshold_silent_weeks,
	cost_libraries: m.logbook_threshold_cost_libraries
};

const USERS: Record<string, (inputs: { name: string; role: string }) => string> = {
	made: m.logbook_user_made,
	changed: m.logbook_user_changed,
	activated: m.logbook_user_activated,
	deactivated: m.logbook_user_deactivated,
	password: m.logbook_user_password
};

const SOURCES: Record<string, (inputs: { address: string }) => string> = {
	works: m.logbook_source_works,
	gone: m.logbook_source_gone,
	undone: m.logbook_source_undone
};

const DEPARTURES: Record<string, (inputs: { name: string; to: string }) => string> = {
	left: m.logbook_handover_left,
	undone: m.logbook_handover_undone,
	ended: m.logbook_handover_ended
};

const quarterOf = (quarterEnd: unknown): string => quarterText(String(quarterEnd));

const roleText = (role: string): string | null => (isRole(role) ? roleLabel(role) : null);

/** What is decided about the programme, and about who works on it, by the name of its source. */
export const PROGRAMME_TEXTS: Record<string, LineText> = {
	second_look_rule: ({ province, kind, fromOn }) =>
		(kind === 'asked' ? m.logbook_look_asked : m.logbook_look_ended)({
			...{ province: String(province), on: dayOf(fromOn) }
		}),
	grant_rate: ({ nameNl, nameEn, year }) =>
		m.logbook_rate({ name: inLanguage(nameNl, nameEn), year: Number(year) }),
	grant_due_entry: ({ kind, year, dueOn }) => {
		const about = { what: dutyText(kind as DutyKind), year: Number(year) };
		return dueOn === null
			? m.logbook_grant_due_ended(about)
			: m.logbook_grant_due({ ...about, on: dayOf(dueOn) });
	},
	question_import: ({ fileName, quarterEnd }) =>
		m.logbook_import({ quarter: quarterOf(quarterEnd), file: String(fileName) }),
	upload_applied: ({ fileName, recordedCount }) =>
		m.logbook_file_applied({ file: String(fileName), count: Number(recordedCount) }),
	upload_undone: ({ fileName }) => m.logbook_file_undone({ file: String(fileName) }),
	quarter_lock: ({ kind, quarterEnd, until }, { aboutUser }) =>
		LOCKS[String(kind)]!({
			...{ quarter: quarterOf(quarterEnd), until: dayOf(until) },
			name: aboutUser ?? m.logbook_nobody()
		}),
	edition: ({ quarterEnd }) => m.logbook_edition({ quarter: quarterOf(quarterEnd) }),
	programme_event: ({ titleNl, titleEn, withdrawn, changeReason }) => {
		const title = inLanguage(titleNl, titleEn);
		if (withdrawn) return m.logbook_event_withdrawn({ title });
		return (changeReason === null ? m.logbook_event_added : m.logbook_event_changed)({ title });
	},
	selection_round_entry: ({ nameNl, nameEn, state }) =>
		m.logbook_round({ name: inLanguage(nameNl, nameEn), state: stateText(state as RoundState) }),
	milestone_template: ({ profile, version }) =>
		m.logbook_template({
			name: templateLabel({ profile: String(profile), version: Number(version) })
		}),
	reason_entry: ({ kind, labelNl, labelEn }) =>
		REASONS[String(kind)]!({ name: inLanguage(labelNl, labelEn) }),
	threshold_change: ({ name, value }) =>
		THRESHOLDS[String(name)]?.({ value: Number(value) }) ??
		m.logbook_threshold_other({ name: String(name), value: Number(value) }),
	source_check: ({ verdict, address }) => SOURCES[String(verdict)]!({ address: String(address) }),
	adviser_handover: ({ kind, to }, { aboutUser }) =>
		DEPARTURES[String(kind)]!({ name: aboutUser ?? m.logbook_nobody(), to: String(to) }),
	user_entry: ({ kind, role, institute }, { aboutUser }) =>
		USERS[String(kind)]!({
			name: aboutUser ?? m.logbook_nobody(),
			role: [roleText(String(role)), institute].filter((part) => part !== null).join(', ')
		})
};
