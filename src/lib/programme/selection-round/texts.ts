import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Decision, RoundSaid, RoundState } from './selection-round.ts';

const STATES: Record<RoundState, () => string> = {
	open: m.round_state_open,
	closed: m.round_state_closed,
	withdrawn: m.round_state_withdrawn
};

const DECISION_TEXTS: Record<Decision, () => string> = {
	applied: m.round_decision_applied,
	selected: m.round_decision_selected,
	not_selected: m.round_decision_not_selected,
	withdrawn: m.round_decision_withdrawn,
	mistake: m.round_decision_mistake
};

export const stateText = (state: RoundState): string => STATES[state]();
export const decisionText = (decision: Decision): string => DECISION_TEXTS[decision]();

/** The name of a round in the language of the reader. */
export const roundName = ({ nameNl, nameEn }: Pick<RoundSaid, 'nameNl' | 'nameEn'>): string =>
	getLocale() === 'en' ? nameEn : nameNl;
