import { m } from '#lib/paraglide/messages.js';
import type { FreezeRefusal } from './service.ts';

const TEXTS: Record<FreezeRefusal, () => string> = {
	already: m.edition_problem_already,
	other_key: m.edition_problem_key,
	figures_changed: m.edition_problem_figures,
	busy: m.edition_problem_busy
};

/** Why nothing was frozen, for the programme manager. */
export const refusalText = (refused: FreezeRefusal): string => TEXTS[refused]();
