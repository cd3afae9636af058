import { m } from '#lib/paraglide/messages.js';
import { fateLabel } from './fate-label.ts';
import type { RowFate } from './preview.ts';

/** How the preview of a kind of file calls things. */
export interface PreviewWords {
	/** What becomes of a row, in a word. */
	fate: (fate: RowFate) => string;
	tabs: () => string;
	/** No rows of this fate. */
	empty: () => string;
	/** What is recorded by the button, and how. */
	note: () => string;
	apply: (of: { count: number; number: string }) => string;
	/** There is nothing to record. */
	none: () => string;
	busy: () => string;
}

export const WORKBOOK_WORDS: PreviewWords = {
	fate: fateLabel,
	tabs: m.workbook_tabs,
	empty: m.workbook_empty,
	note: m.workbook_apply_note,
	apply: m.workbook_apply_button,
	none: m.workbook_apply_none,
	busy: m.workbook_apply_busy
};
