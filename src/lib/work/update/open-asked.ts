import { actOfWord } from '#lib/ledger/event/act.ts';
import type { OpenForm } from './work-form.ts';
import type { WorkRow } from './work-row.ts';

/**
 * The form that an address asks for (`?mijlpaal=…&actie=…`), as far as the rows of the sheet tell; null
 * for one that makes no sense there, and for a correction, which needs the entry that is put right.
 */
export function openAsked(
	rows: readonly Pick<WorkRow, 'milestoneCode' | 'acts' | 'basedOn'>[],
	params: URLSearchParams
): OpenForm | null {
	const act = actOfWord(params.get('actie'));
	const milestone = params.get('mijlpaal') ?? '';
	const row = rows.find(({ milestoneCode }) => milestoneCode === milestone);
	if (!row || !act || act === 'correct' || !row.acts.includes(act)) return null;
	const basedOn = row.basedOn === null ? '' : String(row.basedOn);
	return { act, plainAct: act, milestone, values: { milestone, basedOn } };
}
