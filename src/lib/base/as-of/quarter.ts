import { FIRST_DAY } from './as-of.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';

/** A quarter of a year; `code` is how addresses and files name it: `2020-k2`. */
export interface Quarter {
	code: string;
	year: number;
	/** 1 to 4. */
	number: number;
	/** Its first and its last day. */
	start: Day;
	end: Day;
}

const CODE = /^(\d{4})-k([1-4])$/i;

/** The quarter with this code, in capitals or not; undefined for anything else. */
export function parseQuarter(code: string): Quarter | undefined {
	const match = CODE.exec(code);
	return match ? quarter(Number(match[1]), Number(match[2])) : undefined;
}

/** The quarter that a day is in. */
export function quarterOf(day: Day): Quarter {
	return quarter(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter after this one. */
export function nextQuarter({ end }: Quarter): Quarter {
	return quarterOf(addDays(end, 1));
}

/** Whether a quarter is over, so that its situation can be frozen: its last day lies before today. */
export function hasEnded({ end }: Quarter, today: Day): boolean {
	return end < today;
}

/** Every quarter of the programme that is over on `today`, the last one first. */
export function endedQuarters(today: Day): Quarter[] {
	const quarters: Quarter[] = [];
	for (let one = quarterOf(FIRST_DAY); hasEnded(one, today); one = nextQuarter(one))
		quarters.push(one);
	return quarters.reverse();
}

function quarter(year: number, number: number): Quarter {
	const start = firstDay(year, number);
	const end = addDays(number === 4 ? firstDay(year + 1, 1) : firstDay(year, number + 1), -1);
	return { code: `${year}-k${number}`, year, number, start, end };
}

function firstDay(year: number, number: number): Day {
	return `${String(year).padStart(4, '0')}-${String(number * 3 - 2).padStart(2, '0')}-01`;
}
