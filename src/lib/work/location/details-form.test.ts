import { describe, expect, it } from 'vitest';
import { DETAIL_TRAITS, type Details, type DetailTrait } from '#lib/network/trait/details.ts';
import { detailErrors, detailValues, readChanges, readDetailsForm } from './details-form.ts';

const TODAY = '2022-01-31';
const NOTHING = Object.fromEntries(DETAIL_TRAITS.map((trait) => [trait, null])) as Details;
const KNOWN: Details = {
	...NOTHING,
	...{
		name: 'Bibliotheek',
		town: 'Aalten',
		location_type: 'vestiging',
		printer: true,
		pc_count: 3
	},
	place: { lat: 51.92, lon: 6.58, precision: 'largest_town' }
};
const WAS = detailValues(KNOWN, 'nl');

const changed = (typed: Record<string, string>) => {
	const { changes, errors } = readChanges({ ...WAS, ...typed }, WAS);
	return { changes: Object.fromEntries(changes), errors };
};

describe('a form with details', () => {
	it('changes nothing when nothing was typed', () => {
		expect(changed({})).toEqual({ changes: {}, errors: {} });
	});

	it('shows no coordinates that nobody filled in', () => {
		expect(WAS.coordinates).toBe('');
	});

	it.each([
		[{ name: ' Bieb ' }, { name: 'Bieb' }],
		[{ postcode: '7121ab' }, { postcode: '7121 AB' }],
		[{ printer: 'no' }, { printer: false }],
		[{ printer: '' }, { printer: null }],
		[{ pcCount: '0' }, { pc_count: 0 }],
		[{ gidsCheckedOn: '3 jan 2022' }, { gids_checked_on: '2022-01-03' }],
		[{ serviceVariant: 'basis' }, { service_variant: 'basis' }],
		[
			{ coordinates: '51,9249; 6,5807', precision: 'street' },
			{ place: { lat: 51.9249, lon: 6.5807, precision: 'street' } }
		]
	])('reads %j', (typed, changes) => {
		expect(changed(typed)).toEqual({ changes, errors: {} });
	});

	it.each([
		[{ name: '' }, 'name'],
		[{ name: 'x'.repeat(201) }, 'name'],
		[{ town: ' ' }, 'town'],
		[{ locationType: 'kiosk' }, 'locationType'],
		[{ postcode: '0123 AB' }, 'postcode'],
		[{ pcCount: 'drie' }, 'pcCount'],
		[{ pcCount: '-1' }, 'pcCount'],
		[{ gidsCheckedOn: 'gisteren' }, 'gidsCheckedOn'],
		[{ coordinates: 'Aalten', precision: 'street' }, 'coordinates'],
		[{ coordinates: '51.5, 0.1', precision: 'street' }, 'coordinates'],
		[{ coordinates: '51.92, 6.58' }, 'coordinates']
	])('refuses %j', (typed, field) => {
		expect(Object.keys(changed(typed).errors)).toEqual([field]);
	});

	it('asks since when, and not for a day that is still to come', () => {
		const typed = (validFrom: string) => ({ ...WAS, was: JSON.stringify(WAS), validFrom });
		expect(readDetailsForm(typed('31-1-2022'), TODAY).form?.validFrom).toBe(TODAY);
		for (const day of ['', 'straks', '1-2-2022', '31-12-2018']) {
			expect(Object.keys(readDetailsForm(typed(day), TODAY).errors)).toEqual(['validFrom']);
		}
	});

	it('from somebody who tampers with what it was is read as changed, and never fails', () => {
		for (const was of ['', '{', '[]', '{"name":1}']) {
			expect(readDetailsForm({ ...WAS, was, validFrom: TODAY }, TODAY)).toBeTypeOf('object');
		}
	});
});

describe('details together', () => {
	const errorsOf = (change: Partial<Record<DetailTrait, unknown>>) =>
		Object.keys(
			detailErrors({
				details: { ...KNOWN, ...change },
				changes: new Map(Object.entries(change) as [DetailTrait, unknown][]),
				names: ['Centrale'],
				sameName: (one, other) => one.toLowerCase() === other.toLowerCase(),
				today: TODAY
			})
		);

	it.each([
		[{ name: 'centrale' }, ['name']],
		[{ name: 'Bieb' }, []],
		[{ host_name: 'Buurthuis' }, ['hostName']],
		[{ host_name: 'Buurthuis', location_type: 'buiten_bibliotheek' }, []],
		[{ place: null }, ['coordinates']],
		[{ gids_checked_on: '2022-02-01' }, ['gidsCheckedOn']],
		[{ staff_count: 2, trained_count: 3 }, ['trainedCount']],
		[{ staff_count: 2, volunteer_count: 1, trained_count: 3 }, []],
		[{ trained_count: 3 }, []]
	])('%j', (change, fields) => {
		expect(errorsOf(change)).toEqual(fields);
	});
});
