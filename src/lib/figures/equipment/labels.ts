import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Standing } from './aspects.ts';
import { FEWEST_SHOWN, isFew } from './trained.ts';
import type { EquippedLibrary } from './types.ts';

const STANDING_NAMES: Record<Standing, () => string> = {
	there: m.toolkit_standing_there,
	coming: m.toolkit_standing_coming,
	missing: m.toolkit_standing_missing,
	not_needed: m.toolkit_standing_not_needed,
	unknown: m.toolkit_standing_unknown
};

export const standingLabel = (standing: Standing): string => STANDING_NAMES[standing]();

/** "12", "minder dan 5", or that it is not known. */
export function trainedText(library: Pick<EquippedLibrary, 'trained'>): string {
	if (library.trained === null) return m.toolkit_unknown();
	return isFew(library)
		? m.toolkit_fewer_than({ count: FEWEST_SHOWN })
		: formatNumber(library.trained);
}
