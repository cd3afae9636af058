import {
	AGREED,
	missingTypes,
	NAMED_TYPES,
	STAGES,
	type PartnerType,
	type Stage
} from '#lib/programme/partner/partner.ts';
import type { NetworkLibrary, NetworkPartner } from './types.ts';

export interface StageCount {
	stage: Stage;
	partners: number;
	libraries: number;
	/** Days in the stage; null without a partner. */
	medianDays: number | null;
}

/** Each stage, in order, with how many are in it and for how long. */
export function countStages(libraries: readonly NetworkLibrary[]): StageCount[] {
	return STAGES.map((stage) => {
		const within = (partners: readonly NetworkPartner[]) =>
			partners.filter((partner) => partner.stage === stage);
		const all = libraries.flatMap(({ partners }) => within(partners));
		return {
			...{ stage, partners: all.length, medianDays: median(all.map(({ days }) => days)) },
			libraries: libraries.filter(({ partners }) => within(partners).length > 0).length
		};
	});
}

export interface NetworkGroup {
	name: string;
	libraries: number;
	/** Of which at least one partner is known that goes on. */
	withPartner: number;
	/** Of which at least one partner can be referred to. */
	withAgreement: number;
	/** That go on, and that can be referred to. */
	partners: number;
	agreements: number;
	/** Kinds that most of its libraries lack are no news: those that none of them has are. */
	missing: PartnerType[];
}

/** The libraries of each province, by name. */
export function countProvinces(libraries: readonly NetworkLibrary[]): NetworkGroup[] {
	return [...Map.groupBy(libraries, ({ province }) => province)]
		.map(([name, group]) => countGroup(name, group))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** These libraries together. */
export function countGroup(name: string, libraries: readonly NetworkLibrary[]): NetworkGroup {
	const all = libraries.flatMap(({ partners }) => partners.filter(goesOn));
	return {
		...{ name, libraries: libraries.length, partners: all.length },
		withPartner: libraries.filter(({ partners }) => partners.some(goesOn)).length,
		withAgreement: libraries.filter(({ partners }) => partners.some(isAgreed)).length,
		agreements: all.filter(isAgreed).length,
		missing: missingTypes(all)
	};
}

export interface TypeCount {
	type: PartnerType;
	/** Libraries with such a partner that goes on, and with one that can be referred to. */
	libraries: number;
	agreed: number;
	lacking: number;
}

/** Each kind of partner: how many libraries have it, and how many lack it. */
export function countTypes(libraries: readonly NetworkLibrary[]): TypeCount[] {
	return NAMED_TYPES.map((type) => {
		const having = (test: (partner: NetworkPartner) => boolean) =>
			libraries.filter(({ partners }) =>
				partners.some((partner) => partner.type === type && test(partner))
			).length;
		const there = having(goesOn);
		return { type, libraries: there, agreed: having(isAgreed), lacking: libraries.length - there };
	});
}

export const goesOn = ({ stage }: NetworkPartner): boolean => stage !== 'gestopt';
export const isAgreed = ({ stage }: NetworkPartner): boolean => AGREED.includes(stage);

/** The middle one; of an even number the mean of both, rounded. */
function median(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return Math.round((sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2);
}
