import { m } from '#lib/paraglide/messages.js';
import { statementText, type Language } from '#lib/ledger/change/sentence.ts';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { rowLabel } from '#lib/work/update/labels.ts';
import type { Answer } from './answer.ts';

const LABELS: Record<Answer | '', () => string> = {
	'': m.week_answer_none,
	achieve: m.week_answer_achieve,
	reopen: m.week_answer_reopen,
	plan: m.week_answer_plan,
	confirm: m.week_answer_confirm,
	not_applicable: m.week_answer_not_applicable,
	reply: m.inquiry_answer_reply
};

/** What an answer is called in its line; reaching the opening is opening. */
export function answerLabel(answer: Answer | '', milestoneCode: string): string {
	if (answer === 'achieve' && milestoneCode === 'opening') return m.week_answer_opened();
	return LABELS[answer]();
}

/** A line of what was just recorded: "Training (Bibliotheek Hengelo): gereed op 10 mei 2021". */
export function entryText(entry: HistoryEntry, locale: Language): string {
	const said = statementText(entry, entry.milestoneCode, locale);
	const { name } = entry.subject;
	if (entry.milestoneCode === RECORD) return m.week_entry_record({ name, said });
	return m.week_entry({ what: rowLabel(entry.milestoneCode), name, said });
}
