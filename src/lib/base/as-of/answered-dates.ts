import { z } from 'zod';
import { factDayOf, type AsOf } from './as-of.ts';
import type { Day } from '#lib/base/day/day.ts';

const day = z.iso.date();

/** The three days that every answer of the API says first. */
export const answeredDates = {
	peildatum: day.meta({ description: 'De situatie op deze dag.' }),
	feitenVan: day.meta({
		description:
			'De dag van de feiten: de peildatum, maar nooit na vandaag. Alleen de planning loopt tot de peildatum.'
	}),
	bekendOp: day.meta({ description: 'Zoals het aan het eind van deze dag bekend was.' })
};

export function toAnsweredDates(asOf: AsOf, today: Day) {
	return {
		peildatum: asOf.validOn,
		feitenVan: factDayOf(asOf, today),
		bekendOp: asOf.knownOn ?? today
	};
}
