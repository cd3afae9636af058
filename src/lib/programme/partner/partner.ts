import type { Day } from '#lib/base/day/day.ts';

/** The kinds of partner that the KB names. */
export const PARTNER_TYPES = [
	'sociaal_raadslieden',
	'welzijn',
	'humanitas',
	'formulierenbrigade',
	'vakbond',
	'ouderenbond',
	'mee',
	'clientondersteuning',
	'zorgkantoor',
	'anders'
] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

/** Those of which it can be said that one is missing. */
export const NAMED_TYPES: readonly PartnerType[] = PARTNER_TYPES.filter(
	(type) => type !== 'anders'
);

/** How far it has come, in order; the last has ended. */
export const STAGES = [
	'geidentificeerd',
	'eerste_gesprek',
	'in_overleg',
	'afspraak_gemaakt',
	'convenant_getekend',
	'gestopt'
] as const;
export type Stage = (typeof STAGES)[number];

/** What is chosen in the form for a partner that was recorded by mistake. */
export const BY_MISTAKE = 'vergissing';

/** In which somebody can be referred to the partner. */
export const AGREED: readonly Stage[] = ['afspraak_gemaakt', 'convenant_getekend'];

export const REFERRALS = ['warm', 'koud'] as const;
export type Referral = (typeof REFERRALS)[number];

export const VIEWS_OF_LIBRARY = ['partner', 'neutraal', 'concurrent'] as const;
export type ViewOfLibrary = (typeof VIEWS_OF_LIBRARY)[number];

/** What was said of a partner; never of a person. */
export interface PartnerSaid {
	name: string;
	type: PartnerType;
	mailbox: string | null;
	/** Null: recorded by mistake. */
	stage: Stage | null;
	stageSince: Day;
	referral: Referral | null;
	agreementUrl: string | null;
	seesLibraryAs: ViewOfLibrary | null;
	flyerOn: Day | null;
}

/** A partner as it was last told of. */
export interface Partner extends PartnerSaid {
	id: number;
	/** The row that says so, which a form is based on. */
	entryId: number;
}

/** Whether two entries say the same. */
export function saysSame(one: PartnerSaid, other: PartnerSaid): boolean {
	const keys = Object.keys(one) as (keyof PartnerSaid)[];
	return keys.every((key) => one[key] === other[key]);
}

/** The kinds of which a library has no partner that still goes on. */
export function missingTypes(partners: readonly Pick<Partner, 'type' | 'stage'>[]): PartnerType[] {
	const there = new Set(
		partners.filter(({ stage }) => stage !== null && stage !== 'gestopt').map(({ type }) => type)
	);
	return NAMED_TYPES.filter((type) => !there.has(type));
}
