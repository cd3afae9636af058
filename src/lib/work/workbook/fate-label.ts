import { m } from '#lib/paraglide/messages.js';
import type { RowFate } from './preview.ts';

const LABELS: Record<RowFate, () => string> = {
	wrong: m.workbook_fate_wrong,
	asked: m.workbook_fate_asked,
	conflict: m.workbook_fate_conflict,
	new: m.workbook_fate_new,
	before: m.workbook_fate_before,
	same: m.workbook_fate_same
};

/** What becomes of a row, in a word. */
export const fateLabel = (fate: RowFate): string => LABELS[fate]();
