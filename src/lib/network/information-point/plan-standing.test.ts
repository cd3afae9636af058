import { describe, expect, it } from 'vitest';
import { librarySummary } from '#lib/network/library/library-summary.ts';
import { pointStandingText } from '#lib/work/update/point-standing-text.ts';
import type { PointLedger } from './information-point.ts';
import { planNote } from './plan-standing.ts';
import { informationPointSummary } from './summary.ts';

const DAY = '2022-01-31';

function point(said: Partial<PointLedger>): PointLedger & { locationType: string } {
	return {
		locationType: 'vestiging',
		...{ firstPlanOn: null, planOn: null, forecastOn: null },
		...{ openingStatus: null, openingStatusOn: null, openingReasonCode: null },
		...{ openingForm: null, openingPrecision: null },
		...{
			operation: null,
			operationOn: null,
			operationReasonCode: null,
			operationEndsOn: null,
			...said
		}
	};
}

const planned = { firstPlanOn: '2022-03-01', planOn: '2022-03-01' };
const passed = { firstPlanOn: '2022-01-10', planOn: '2022-01-10' };
const opened = {
	...{ openingStatus: 'achieved', openingStatusOn: '2022-01-10', openingPrecision: 'day' as const }
};
const closed = { ...opened, operationOn: '2022-01-20' };

/** Every state of a point, with what each place says of it. */
const STATES: {
	state: string;
	said: Partial<PointLedger>;
	dossier: string;
	library: string;
	note: string | undefined;
	sheet: string;
}[] = [
	{
		...{ state: 'never planned', said: {} },
		dossier: 'Voor Punt is nog geen opening gepland.',
		...{ library: '', note: undefined, sheet: 'Niet gepland' }
	},
	{
		...{ state: 'planned', said: planned },
		dossier: 'De opening van Punt is gepland op 1 maart 2022.',
		library: 'De eerste opening is gepland op 1 maart 2022.',
		...{ note: undefined, sheet: 'gepland op 1 maart 2022' }
	},
	{
		...{ state: 'planned again', said: { ...planned, firstPlanOn: '2021-12-01' } },
		dossier:
			'De opening van Punt is gepland op 1 maart 2022. Oorspronkelijk was dat 1 december 2021.',
		library:
			'De eerste opening is gepland op 1 maart 2022. Oorspronkelijk was dat 1 december 2021.',
		...{ note: undefined, sheet: 'gepland op 1 maart 2022' }
	},
	{
		...{ state: 'over its day', said: passed },
		dossier: 'De opening van Punt was gepland op 10 januari 2022, maar is nog niet gemeld.',
		library: 'De eerste opening was gepland op 10 januari 2022, maar is nog niet gemeld.',
		...{ note: 'Over tijd: 21 dagen', sheet: 'was gepland op 10 januari 2022, nog niet open' }
	},
	{
		...{ state: 'expected later', said: { ...passed, forecastOn: '2022-02-14' } },
		dossier:
			'De opening van Punt was gepland op 10 januari 2022 en wordt nu verwacht op 14 februari 2022.',
		library:
			'De eerste opening was gepland op 10 januari 2022 en wordt nu verwacht op 14 februari 2022.',
		note: 'Verwacht op 14 februari 2022, later dan gepland',
		sheet: 'verwacht op 14 februari 2022, later dan gepland'
	},
	{
		state: 'on hold, over its day',
		said: { ...passed, openingStatus: 'on_hold', openingStatusOn: '2022-01-05' },
		dossier:
			'De opening van Punt is gepauzeerd sinds 5 januari 2022. De planning was 10 januari 2022.',
		library: 'De eerste opening is gepauzeerd. Ze was gepland op 10 januari 2022.',
		...{ note: 'Gepauzeerd sinds 5 januari 2022', sheet: 'gepauzeerd vanaf 5 januari 2022' }
	},
	{
		state: 'resumed, over its day',
		said: { ...passed, openingStatus: 'resumed', openingStatusOn: '2022-01-05' },
		dossier: 'De opening van Punt was gepland op 10 januari 2022, maar is nog niet gemeld.',
		library: 'De eerste opening was gepland op 10 januari 2022, maar is nog niet gemeld.',
		...{ note: 'Over tijd: 21 dagen', sheet: 'was gepland op 10 januari 2022, nog niet open' }
	},
	{
		state: 'not applicable',
		said: { ...passed, openingStatus: 'not_applicable', openingStatusOn: '2022-01-05' },
		dossier: 'Punt gaat niet open: de opening is niet van toepassing.',
		...{ library: '', note: undefined, sheet: 'niet van toepassing vanaf 5 januari 2022' }
	},
	{
		...{ state: 'withdrawn', said: { firstPlanOn: '2022-01-10' } },
		dossier:
			'De planning voor Punt is ingetrokken. Een nieuwe is er niet. De eerste planning was 10 januari 2022.',
		...{ library: '', note: undefined, sheet: 'Planning ingetrokken' }
	},
	{
		...{ state: 'open as planned', said: { ...passed, ...opened } },
		dossier: 'Punt is open sinds 10 januari 2022. Dat is volgens de oorspronkelijke planning.',
		library: 'De eerste ging open op 10 januari 2022, zoals oorspronkelijk gepland.',
		...{ note: undefined, sheet: 'geopend op 10 januari 2022' }
	},
	{
		state: 'temporarily closed',
		said: { ...closed, operation: 'temporarily_closed' },
		dossier:
			'Punt is tijdelijk dicht sinds 20 januari 2022. Wanneer de locatie weer opengaat, is niet bekend.',
		library: 'De eerste ging open op 10 januari 2022.',
		...{ note: undefined, sheet: 'Tijdelijk dicht' }
	},
	{
		state: 'temporarily closed, expected to open again',
		said: { ...closed, operation: 'temporarily_closed', operationEndsOn: '2022-02-14' },
		dossier:
			'Punt is tijdelijk dicht sinds 20 januari 2022. De locatie gaat naar verwachting weer open op 14 februari 2022.',
		library: 'De eerste ging open op 10 januari 2022.',
		...{ note: undefined, sheet: 'Tijdelijk dicht' }
	},
	{
		state: 'temporarily closed, longer than expected',
		said: { ...closed, operation: 'temporarily_closed', operationEndsOn: '2022-01-30' },
		dossier:
			'Punt is tijdelijk dicht sinds 20 januari 2022. De locatie zou weer opengaan op 30 januari 2022, maar dat is nog niet gemeld.',
		library: 'De eerste ging open op 10 januari 2022.',
		...{ note: undefined, sheet: 'Tijdelijk dicht' }
	},
	{
		state: 'online only, planned in the past',
		said: { ...passed, operation: 'online_only', operationOn: '2022-01-20' },
		dossier: 'Punt helpt alleen online of telefonisch sinds 20 januari 2022.',
		library: 'De eerste opening was gepland op 10 januari 2022, maar is nog niet gemeld.',
		...{ note: 'Over tijd: 21 dagen', sheet: 'Alleen online of telefonisch' }
	},
	{
		state: 'closed for good',
		said: { ...closed, ...passed, operation: 'permanently_closed' },
		dossier: 'Punt is definitief gesloten sinds 20 januari 2022.',
		...{ library: '', note: undefined, sheet: 'Definitief gesloten' }
	}
];

describe.each(STATES)('a point that is $state', ({ said, dossier, library, note, sheet }) => {
	const of = point(said);

	it('is told so on its own page', () => {
		expect(informationPointSummary('Punt', of, DAY, 'nl')).toBe(dossier);
	});

	it('is told so on the page of its library', () => {
		const text = librarySummary('Bieb', [of], DAY, 'nl');
		// What stands before it is whether it is open.
		expect(
			text.replace(/^Op [^;]*; die is (?:(?:nog niet )?open|definitief gesloten)\.\s?/, '')
		).toBe(library);
	});

	it('is told so beside the day that is planned, and on the sheet of its library', () => {
		if (of.openingStatus !== 'achieved') expect(planNote(of, DAY, 'nl')).toBe(note);
		const openedOn = of.openingStatus === 'achieved' ? of.openingStatusOn : null;
		expect(pointStandingText({ ...of, openedOn }, DAY, 'nl')).toBe(sheet);
	});
});

it('the only location of a library is closed, not "not open yet"', () => {
	const text = librarySummary(
		'Bieb',
		[point({ ...closed, operation: 'permanently_closed' })],
		DAY,
		'nl'
	);
	expect(text).toBe('Op 31 januari 2022 heeft Bieb één locatie; die is definitief gesloten.');
});

it('a library is planned to open first where nothing is on hold', () => {
	const held = point({ ...passed, openingStatus: 'on_hold', openingStatusOn: '2022-01-05' });
	const sentence = librarySummary('Bieb', [held, point(planned)], DAY, 'nl');
	expect(sentence).toContain('De eerste opening is gepland op 1 maart 2022.');
	expect(sentence).toContain('Oorspronkelijk was dat 10 januari 2022.');
});
