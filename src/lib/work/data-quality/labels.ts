import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { FactKind, UnconfirmedFact } from './types.ts';

const KINDS: Record<FactKind, () => string> = {
	bibliotheek: m.data_quality_kind_bibliotheek,
	werkgebied: m.data_quality_kind_werkgebied,
	poi: m.data_quality_kind_poi,
	gemeente: m.data_quality_kind_gemeente,
	inwoners: m.data_quality_kind_inwoners,
	cijfer: m.data_quality_kind_cijfer,
	doel: m.data_quality_kind_doel,
	gebeurtenis: m.data_quality_kind_gebeurtenis,
	dienstverlener: m.data_quality_kind_dienstverlener,
	subsidie: m.data_quality_kind_subsidie,
	opening: m.data_quality_kind_opening
};

/** What facts of a kind are called. */
export const factKindLabel = (kind: FactKind): string => KINDS[kind]();

/** What a fact is called in the language of the reader; Dutch where that is all there is. */
export const factName = ({ name, nameEn }: Pick<UnconfirmedFact, 'name' | 'nameEn'>): string =>
	getLocale() === 'en' && nameEn !== null ? nameEn : name;
