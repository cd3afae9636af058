import { z } from 'zod';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayField } from './day-field.ts';
import { isDayInReach, noteField } from './hours-form.ts';

const id = z
	.string()
	.default('')
	.transform((text) => readId(text));

/** The form that moves a location to another library or municipality from a day on. */
export const seatForm = z.object({
	library: id,
	municipality: z.string().default(''),
	movedOn: dayField,
	seatNote: noteField,
	basedOn: id
});

export type SeatForm = z.output<typeof seatForm>;

/** What the database knows that the form has to fit. */
interface Known {
	/** When the library and the municipality are there and belong together on that day. */
	fits: boolean;
	/** The first day of the location, and the day of its last move. */
	startsOn: Day | null;
	lastMoveOn: Day | null;
	today: Day;
}

/** What is wrong with a move beside what each field says itself. */
export function seatErrors({ library, movedOn }: SeatForm, known: Known): Errors {
	if (movedOn === null) return { movedOn: m.update_problem_required() };
	if (!isDayInReach(movedOn, known.today)) return { movedOn: m.location_problem_day_range() };
	if (known.startsOn !== null && movedOn <= known.startsOn) {
		return { movedOn: m.location_problem_before_start() };
	}
	if (known.lastMoveOn !== null && movedOn <= known.lastMoveOn) {
		return { movedOn: m.location_problem_later_move() };
	}
	if (library === null) return { library: m.update_problem_required() };
	return known.fits ? {} : { municipality: m.update_problem_outside_work_area() };
}
