import type { DayOrder } from '#lib/base/spreadsheet/cell-values.ts';
import type { RowChoice } from './compare-row.ts';

/** What the author of an upload said in its preview. */
export interface UploadAnswers {
	/** What comes first in dates such as 3/4/2021; null while that was not asked or answered. */
	order: DayOrder | null;
	/** By the key of the row. */
	rows: Record<string, RowChoice>;
}

export const NO_CHOICE: RowChoice = { mineOver: null, pastMeant: false };

/** The answers as they are kept; whatever is none is left out. */
export function readAnswers(kept: unknown): UploadAnswers {
	const { order, rows } = (typeof kept === 'object' && kept !== null ? kept : {}) as {
		order?: unknown;
		rows?: Record<string, RowChoice>;
	};
	return {
		order: order === 'day_first' || order === 'month_first' ? order : null,
		rows: typeof rows === 'object' && rows !== null ? rows : {}
	};
}

/**
 * The choices of one page of the preview, over those of earlier ones: `mine.<row>` is the entry that
 * her own value goes over (empty for "leave it"), `past.<row>` says that a day long past is meant.
 */
export function withChoices(
	answers: UploadAnswers,
	form: Iterable<[string, FormDataEntryValue]>
): UploadAnswers {
	const rows = { ...answers.rows };
	for (const [name, value] of form) {
		const [, kind, key] = /^(mine|past)\.(.{1,200})$/.exec(name) ?? [];
		if (!key || typeof value !== 'string') continue;
		const before = rows[key] ?? NO_CHOICE;
		rows[key] =
			kind === 'mine'
				? { ...before, mineOver: /^\d{1,15}$/.test(value) ? Number(value) : null }
				: { ...before, pastMeant: value === 'yes' };
	}
	return { ...answers, rows };
}
