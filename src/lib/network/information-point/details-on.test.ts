import { expect, it } from 'vitest';
import type { Trait, TraitRow } from '#lib/network/trait/trait.ts';
import { withDetailsOn } from './details-on.ts';

const now = {
	...{ name: 'Nieuw', hostName: null, serviceVariant: null, address: 'Markt 2', postcode: null },
	...{ town: 'Borne', lat: 52.3, lon: 6.75, locationPrecision: 'address' as const }
};
const row = (id: number, trait: Trait, change: Partial<TraitRow>): TraitRow => ({
	...{ id, trait, value: null, validFrom: '2022-01-10', validUntil: null },
	...{ replaced: null, undoesId: null, recordedOn: '2022-01-20' },
	...change
});
const town = { lat: 52.299, lon: 6.753, precision: 'town' };
const rows = [
	row(1, 'name', { value: 'Nieuw', replaced: 'Oud' }),
	row(2, 'address', { value: 'Markt 1', validFrom: '2021-03-01', recordedOn: '2021-03-02' }),
	row(3, 'address', { value: 'Markt 2' }),
	row(4, 'place', { value: { lat: 52.3, lon: 6.75, precision: 'address' }, replaced: town })
];
const on = (validOn: string, knownOn: string | null = null, said = rows) =>
	withDetailsOn(now, said, { validOn, knownOn });

it('is on its day what was said from that day on, and before it what the point said then', () => {
	expect(on('2022-01-10')).toEqual(now);
	expect(on('2022-01-09')).toMatchObject({ name: 'Oud', address: 'Markt 1', ...place(town) });
	expect(on('2021-02-28')).toMatchObject({ name: 'Oud', address: null, town: 'Borne' });
});

it('is as it was known: what was recorded later had not been said', () => {
	expect(on('2022-01-31', '2022-01-19')).toMatchObject({ name: 'Oud', address: 'Markt 1' });
	expect(on('2022-01-31', '2022-01-20')).toEqual(now);
});

it('is without what was taken back, and as the point says where nobody said anything', () => {
	const undone = [...rows, row(5, 'address', { undoesId: 2, recordedOn: '2022-01-25' })];
	expect(on('2022-01-09', null, undone)).toMatchObject({ address: null });
	expect(on('2022-01-09', '2022-01-24', undone)).toMatchObject({ address: 'Markt 1' });
	expect(on('2020-01-01', null, [])).toEqual(now);
});

const place = ({ lat, lon, precision }: typeof town) => ({
	lat,
	lon,
	locationPrecision: precision
});
