import type { Day } from '#lib/base/day/day.ts';

/** Which library runs a point and in which municipality it stands, with their names of that time. */
export interface Seat {
	library: number;
	municipality: string;
	names: [library: string, municipality: string];
}

/** A period of `information_point_period`, as it was before a move. */
export interface SeatPeriod {
	library: number;
	municipality: string;
	from: Day;
	to: Day;
}
