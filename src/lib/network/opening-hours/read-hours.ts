import { MINUTES_PER_DAY, type Spell, type Spells } from './hours.ts';

export type HoursProblem = 'unreadable' | 'backwards' | 'overlapping' | 'too_many';

/** The most spells of a day; a constraint of the database says the same. */
const MOST_SPELLS = 4;

const CLOSED = /^(|-|gesloten|dicht|closed|geen)$/;
const TIME = /^(?:(\d{1,2})(?:[.:h](\d{2}))?|(\d{1,2})(\d{2}))$/;
const BETWEEN = /\s*(?:,|;|\/|&|\+|\n|\ben\b|\band\b|\s)\s*/;

/**
 * The hours of a day as people write them: `9-17`, `9.00 - 17:30 uur`, `9:00–12:00 en 13-17`,
 * `van 9 tot 12.30`, `0900-1700`, `gesloten` or nothing. Spells come in any order; what touches
 * becomes one. Hours after midnight belong to the next day, so an end before its beginning is refused.
 */
export function readHours(text: string): { spells: Spells } | { problem: HoursProblem } {
	const written = plainHours(text);
	if (CLOSED.test(written)) return { spells: [] };
	const spells: Spell[] = [];
	for (const part of written.split(BETWEEN).filter(Boolean)) {
		const [from, to, ...rest] = part.split('-').map(readTime);
		if (from == null || to == null || rest.length > 0) return { problem: 'unreadable' };
		if (to <= from) return { problem: 'backwards' };
		spells.push([from, to]);
	}
	if (spells.length === 0) return { problem: 'unreadable' };
	return joinSpells(spells);
}

/** With one kind of dash, and without words that say nothing more. */
function plainHours(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/[‐-―−]/g, '-')
		.replace(/(\d)\s*(?:uur|u\.|u\b)/g, '$1')
		.replace(/\b(van|from)\b/g, ' ')
		.replace(/\s*(?:\btot en met\b|\bt\/m\b|\btot\b|\bto\b|\buntil\b|-)\s*/g, '-')
		.replace(/(\d)u(\d)/g, '$1:$2')
		.replace(/[.]$/, '')
		.trim();
}

function readTime(text: string): number | null {
	const match = TIME.exec(text);
	if (!match) return null;
	const minutes = Number(match[2] ?? match[4] ?? 0);
	const time = Number(match[1] ?? match[3]) * 60 + minutes;
	return minutes < 60 && time <= MINUTES_PER_DAY ? time : null;
}

function joinSpells(spells: Spell[]): { spells: Spells } | { problem: HoursProblem } {
	const joined: Spell[] = [];
	for (const [from, to] of spells.sort(([one], [other]) => one - other)) {
		const last = joined.at(-1);
		if (last && from < last[1]) return { problem: 'overlapping' };
		if (last && from === last[1]) joined[joined.length - 1] = [last[0], to];
		else joined.push([from, to]);
	}
	return joined.length > MOST_SPELLS ? { problem: 'too_many' } : { spells: joined };
}
