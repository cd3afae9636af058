import { addDays, type Day } from '#lib/base/day/day.ts';
import { minDay, workdayFrom } from './calendar.ts';
import type { Random } from './random.ts';

/** Days that the advisers of an institute usually take to record something (invented). */
const USUAL_DAYS: Record<string, number> = {
	'biblionet-groningen': 7,
	fers: 17,
	'biblionet-drenthe': 10,
	rijnbrink: 5,
	flevoland: 14,
	bisc: 4,
	probiblio: 8,
	zb: 3,
	cubiss: 12,
	kb: 6
};

/** The published count that an opening belongs to, and the day by which it had been recorded. */
const COUNTED_BY: readonly [openedBy: Day, recordedBy: Day][] = [
	['2019-12-31', '2019-12-31'],
	['2020-12-31', '2020-12-31'],
	['2021-06-24', '2021-06-24'],
	['2021-12-31', '2022-01-28'],
	['2022-12-31', '2022-12-30']
];

/** The day on which something of `day` is recorded: mostly within a week or two, sometimes much later. */
export function recordingDay(random: Random, institute: string, day: Day): Day {
	const usual = USUAL_DAYS[institute] ?? 8;
	const forgotten = random.chance(0.04) ? 4 : 1;
	return workdayFrom(
		addDays(day, Math.round(usual * forgotten * (0.15 + 1.7 * random.next() ** 1.5)))
	);
}

/** As {@link recordingDay}, for an opening: in time for the count that was published. */
export function openingRecordedOn(random: Random, institute: string, openedOn: Day): Day {
	const count = COUNTED_BY.find(([openedBy]) => openedOn <= openedBy);
	const day = recordingDay(random, institute, openedOn);
	return count ? minDay(day, count[1]) : day;
}
