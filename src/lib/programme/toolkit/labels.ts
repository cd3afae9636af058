import { formatShortDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Audience, ItemSaid, ItemState, ToolkitItem } from './toolkit.ts';

const STATES: Record<ItemState, () => string> = {
	besteld: m.toolkit_state_besteld,
	aanwezig: m.toolkit_state_aanwezig,
	afwezig: m.toolkit_state_afwezig,
	niet_nodig: m.toolkit_state_niet_nodig
};

const AUDIENCE_NAMES: Record<Audience, () => string> = {
	publiek: m.toolkit_audience_publiek,
	partner: m.toolkit_audience_partner,
	medewerker: m.toolkit_audience_medewerker
};

export const stateLabel = (state: ItemState): string => STATES[state]();
export const audienceLabel = (audience: Audience): string => AUDIENCE_NAMES[audience]();

/** The name of an item in the language of the reader. */
export const itemName = ({ name }: Pick<ToolkitItem, 'name'>): string =>
	getLocale() === 'en' ? name.en : name.nl;

/** "aanwezig sinds 3 mrt 2021"; that nothing is known says so. */
export function saidText(said: ItemSaid | null): string {
	if (said === null) return m.toolkit_unknown();
	return m.toolkit_said({
		state: stateLabel(said.state),
		day: formatShortDay(said.onDay, getLocale())
	});
}
