import type { Day } from '#lib/base/day/day.ts';
import { isInCoronaTime } from './calendar.ts';
import type { Random } from './random.ts';

const WEIGHTS: readonly [code: string, weight: number][] = [
	['bezetting', 30],
	['verbouwing', 24],
	['gemeente', 16],
	['partner_concurrentie', 12],
	['ict', 10],
	['anders', 5],
	['fusie', 3]
];
const CORONA_SHARE = 0.82;

const NOTES: Record<string, readonly string[]> = {
	lockdown: [
		'De bibliotheek is dicht; we plannen opnieuw zodra we open mogen.',
		'Training kan niet op locatie doorgaan.',
		'Eerst alleen hulp op afspraak, opening schuift op.'
	],
	verbouwing: [
		'De verbouwing duurt langer dan gepland.',
		'Verhuizing naar het nieuwe pand afwachten.'
	],
	bezetting: ['Twee vacatures nog niet vervuld.', 'Vrijwilligers zijn nog niet opgeleid.'],
	gemeente: ['Afspraken met de gemeente zijn nog niet rond.', 'Wacht op besluit over huisvesting.'],
	partner_concurrentie: ['Welzijnsorganisatie biedt dezelfde hulp; gesprek loopt.'],
	ict: ['Pc’s en printer zijn nog niet geleverd.', 'Netwerk voor bezoekers is nog niet klaar.'],
	fusie: ['Eerst de fusie afronden.'],
	anders: ['Opening valt samen met een lokaal evenement.']
};

/** Why a plan of `day` moves; in the months of the lockdowns mostly those. */
export function reasonOn(random: Random, day: Day): string {
	if (isInCoronaTime(day) && random.chance(CORONA_SHARE)) return 'lockdown';
	return random.pickWeighted(WEIGHTS, ([, weight]) => weight)[0];
}

/** A note with a reason in three of ten cases; one of four of them is shared with stakeholders. */
export function noteFor(
	random: Random,
	reason: string
): { note: string; noteVisibility: 'internal' | 'stakeholders' } | undefined {
	const notes = NOTES[reason];
	if (!notes || !random.chance(0.3)) return undefined;
	return {
		note: random.pick(notes),
		noteVisibility: random.chance(0.25) ? 'stakeholders' : 'internal'
	};
}
