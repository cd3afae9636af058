import type { Day } from '#lib/base/day/day.ts';
import { PARTNER_TYPES, STAGES, type PartnerSaid } from '#lib/programme/partner/partner.ts';
import type { LibraryRow } from '../reference/libraries.ts';
import { workdayBetween } from './calendar.ts';
import { randomFor } from './random.ts';

/** What was said of a partner of a library on a day (invented). */
export interface PartnerDraft {
	library: string;
	/** The support institute that records it. */
	author: string;
	entries: { said: PartnerSaid; recordedOn: Day }[];
}

/** How each kind is called in a town. */
const NAMES: Record<(typeof PARTNER_TYPES)[number], string> = {
	sociaal_raadslieden: 'Sociaal raadslieden',
	welzijn: 'Welzijnsorganisatie',
	humanitas: 'Humanitas',
	formulierenbrigade: 'Formulierenbrigade',
	vakbond: 'Vakbondsspreekuur',
	ouderenbond: 'Ouderenbond',
	mee: 'MEE',
	clientondersteuning: 'Cliëntondersteuning',
	zorgkantoor: 'Zorgkantoor',
	anders: 'Taalhuis'
};
/** How likely a library has each kind, in the order of the kinds. */
const LIKELY = [0.6, 0.8, 0.45, 0.35, 0.15, 0.4, 0.3, 0.5, 0.12, 0.25];
const PERIODS = [
	['2020-01-20', '2020-09-30'],
	['2020-10-01', '2021-03-31'],
	['2021-04-01', '2021-09-30'],
	['2021-10-01', '2022-01-28']
] as const;

/** Partners of libraries, by a repeatable chance; a part of the libraries told nothing. */
export function partnerDrafts(
	libraries: readonly Pick<
		LibraryRow,
		'slug' | 'supportInstitute' | 'activeFrom' | 'activeTo' | 'mainTown'
	>[]
): PartnerDraft[] {
	return libraries
		.filter(({ activeFrom, activeTo }) => activeFrom <= '2020-01-01' && activeTo > '2022-02-01')
		.flatMap(({ slug, supportInstitute, mainTown }) => {
			const random = randomFor(`partners:${slug}`);
			if (!random.chance(0.8)) return [];
			return PARTNER_TYPES.filter((_type, at) => random.chance(LIKELY[at]!)).map((type) => {
				const stages = STAGES.slice(0, 1 + Math.floor(random.next() * 5));
				if (random.chance(0.06)) stages.push('gestopt');
				const start = Math.floor(random.next() * 2);
				const from = stages.slice(-Math.min(stages.length, PERIODS.length - start));
				const agreed = (at: number) => STAGES.indexOf(from[at]!) >= 3;
				return {
					...{ library: slug, author: supportInstitute },
					entries: from.map((stage, at) => {
						const [first, last] = PERIODS[start + at]!;
						const on = workdayBetween(random, first, last);
						return {
							recordedOn: on,
							said: {
								...{ name: `${NAMES[type]} ${mainTown ?? ''}`.trim(), type, stage, stageSince: on },
								...{ mailbox: null, agreementUrl: null },
								referral: agreed(at) ? (random.chance(0.6) ? 'warm' : 'koud') : null,
								seesLibraryAs: random.chance(0.7)
									? random.chance(0.75)
										? 'partner'
										: 'neutraal'
									: random.chance(0.5)
										? 'concurrent'
										: null,
								flyerOn: agreed(at) && random.chance(0.7) ? on : null
							}
						};
					})
				};
			});
		});
}
