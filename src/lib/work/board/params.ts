import { parseWorkListParams, workListParams } from '#lib/work/update/work-list.ts';
import { BOARD_PHASES, type BoardPhase } from './phase.ts';

/** What a board is asked for, beside what the list of the week can be narrowed to. */
export interface BoardParams {
	poi: string | null;
	province: string | null;
	library: string | null;
	/** Only this column; null for all. */
	phase: BoardPhase | null;
	asTable: boolean;
	/** Of one column, from 1. */
	page: number;
}

/** Reads `poi`, `provincie`, `bibliotheek`, `fase`, `als` and `pagina`; what cannot be used is named. */
export function parseBoardParams(params: URLSearchParams) {
	const narrowing = new URLSearchParams(params);
	for (const name of ['toon', 'mijlpaal']) narrowing.delete(name);
	const list = parseWorkListParams(narrowing);
	const word = params.get('fase') ?? '';
	const phase = BOARD_PHASES.find((one) => one === word) ?? null;
	const as = params.get('als') ?? '';
	const ignored = [
		...list.ignored,
		...(word !== '' && phase === null ? [word.slice(0, 40)] : []),
		...(as !== '' && as !== 'tabel' ? [as.slice(0, 40)] : [])
	];
	return { list: { ...list, ignored }, phase, asTable: as === 'tabel' };
}

/** The address parameters of a board; what is usual is left out. */
export function boardParams({ phase, asTable, ...list }: BoardParams): URLSearchParams {
	const params = workListParams({ ...list, view: 'attention', milestone: null });
	if (phase !== null) params.set('fase', phase);
	if (asTable) params.set('als', 'tabel');
	return params;
}
