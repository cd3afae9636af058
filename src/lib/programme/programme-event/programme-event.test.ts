import { describe, expect, it } from 'vitest';
import { eventCode } from './programme-event.ts';
import { readEventForm } from './read-event-form.ts';
import { periodText } from './texts.ts';

const FILLED = {
	...{ kind: 'decision', startsOn: '14-1-2021', endsOn: '' },
	...{ titleNl: ' Campagne schuift op ', titleEn: 'Campaign postponed' },
	...{ reasonNl: 'Er is minder open dan gepland.', reasonEn: '' },
	...{ source: 'https://voorbeeld.nl/bericht', confidence: 'sourced' }
};
const read = (change: Partial<Record<keyof typeof FILLED, string>>) => {
	const typed: Record<string, string> = { ...FILLED, ...change };
	return readEventForm((name) => typed[name] ?? '');
};

describe('an event as it is filled in', () => {
	it('is read with days as people write them', () => {
		expect(read({}).said).toEqual({
			...{ kind: 'decision', startsOn: '2021-01-14', endsOn: null },
			...{ titleNl: 'Campagne schuift op', titleEn: 'Campaign postponed' },
			...{ reasonNl: 'Er is minder open dan gepland.', reasonEn: null },
			...{ source: 'https://voorbeeld.nl/bericht', confidence: 'sourced' }
		});
		// A period of one day is that day.
		expect(read({ endsOn: '14 jan 2021' }).said?.endsOn).toBeNull();
		expect(read({ kind: 'phase', endsOn: '14 jan 2021' }).said?.endsOn).toBe('2021-01-14');
	});

	it.each([
		[{ kind: 'feest' }, 'kind'],
		[{ startsOn: '' }, 'startsOn'],
		[{ startsOn: '31-2-2021' }, 'startsOn'],
		[{ startsOn: '1-1-1999' }, 'startsOn'],
		[{ endsOn: '13-1-2021' }, 'endsOn'],
		[{ kind: 'phase' }, 'endsOn'],
		[{ titleNl: ' ' }, 'titleNl'],
		[{ titleEn: 'x'.repeat(201) }, 'titleEn'],
		[{ reasonNl: '' }, 'reasonNl'],
		[{ kind: 'programme', reasonNl: '', reasonEn: 'Because' }, 'reasonNl'],
		[{ source: '' }, 'source'],
		[{ source: 'https://' }, 'source'],
		[{ confidence: 'invented' }, 'confidence']
	])('with %j is refused at %s alone', (change, field) => {
		const { errors } = read(change);
		expect(Object.keys(errors ?? {})).toEqual([field]);
	});

	it('tells everything that is wrong at once', () => {
		const { errors } = readEventForm(() => '');
		expect(Object.keys(errors ?? {})).toEqual([
			...['kind', 'startsOn', 'titleNl', 'titleEn', 'source', 'confidence']
		]);
	});
});

describe('an event in words', () => {
	it.each([
		['2019-07-01', null, '1 juli 2019'],
		['2018-12-01', '2018-12-31', 'december 2018'],
		['2020-02-01', '2020-02-28', '1 februari 2020 t/m 28 februari 2020'],
		['2020-02-01', '2020-02-29', 'februari 2020']
	])('from %s to %s is %s', (startsOn, endsOn, text) => {
		expect(periodText({ startsOn, endsOn })).toBe(text);
	});

	it('has a name for addresses without signs', () => {
		expect(eventCode({ startsOn: '2021-06-09', titleNl: 'Één campagne, “overal”!' })).toBe(
			'2021-06-09-een-campagne-overal'
		);
	});
});
