import { isDay } from '#lib/base/day/day.ts';
import { LARGEST_ID } from '#lib/base/form/read-id.ts';
import type { CellBase } from './cell.ts';

/** What cells were, by their name, as one text: short, for a page has hundreds. */
export function writeBases(bases: Iterable<readonly [string, CellBase]>): string {
	return JSON.stringify(
		Object.fromEntries(
			[...bases].map(([key, { basedOn, was, entry }]) => [key, [basedOn, was, entry]])
		)
	);
}

/** The same read back; of a text that no page of ours sent nothing comes. */
export function readBases(text: string): Map<string, CellBase> {
	const read = parse(text);
	if (typeof read !== 'object' || read === null) return new Map();
	return new Map(
		Object.entries(read).flatMap(([key, value]: [string, unknown]) => {
			const base = readBase(value);
			return base ? [[key, base] as const] : [];
		})
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null;
	}
}

function readBase(value: unknown): CellBase | null {
	if (!Array.isArray(value) || value.length !== 3) return null;
	const [basedOn, was, entry] = value as unknown[];
	if (!isId(basedOn) || !isId(entry)) return null;
	if (was !== null && !(typeof was === 'string' && isDay(was))) return null;
	return { basedOn, was, entry };
}

const isId = (value: unknown): value is number | null =>
	value === null ||
	(typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST_ID);
