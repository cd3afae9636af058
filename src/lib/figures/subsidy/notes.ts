import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { SHARE_UNITS } from '#lib/programme/grant/award.ts';
import type { AreaMunicipality, BorderChange, Succession } from './types.ts';

const inWords = (day: Day) => formatDay(day, getLocale());
const lastPart = (parts: readonly string[]) =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);

/** "Appingedam", or "Haaren (17%)" of which only a part went along. */
const changeName = ({ name, share }: BorderChange) =>
	share < 1 ? `${name} (${formatShare(share)})` : name;

/**
 * What touches the amounts of a library, in sentences: mergers of libraries and municipalities, and
 * municipalities that it serves in part. Nothing is told that happened after `day`.
 */
export function awardNotes(
	libraryId: number,
	areas: readonly AreaMunicipality[],
	successions: readonly Succession[],
	day: Day
): string[] {
	const notes = [
		...successions.filter(({ on }) => on <= day).flatMap((one) => mergerNotes(libraryId, one)),
		...areas.flatMap(borderNotes),
		...areas.flatMap((area) => laterNotes(area, day)),
		...areas.flatMap(shareNotes)
	];
	return [...new Set(notes)];
}

function mergerNotes(libraryId: number, { fromId, toId, on, fromName, toName }: Succession) {
	if (fromId === libraryId) return [m.subsidy_note_went_into({ date: inWords(on), name: toName })];
	return toId === libraryId
		? [m.subsidy_note_took_over({ date: inWords(on), name: fromName })]
		: [];
}

/** A municipality that began or grew in the year up to the reference day. */
function borderNotes({ name, cameFrom, referenceOn }: AreaMunicipality): string[] {
	const [first] = cameFrom;
	if (!first) return [];
	const from = lastPart(cameFrom.map(changeName));
	const year = referenceOn.slice(0, 4);
	return [m.subsidy_note_came_from({ name, from, date: inWords(first.on), year })];
}

/** A municipality that went into another later in the year: the award keeps the borders of its day. */
function laterNotes({ name, goesTo, referenceOn }: AreaMunicipality, day: Day): string[] {
	return goesTo
		.filter(({ on }) => on <= day)
		.map((change) =>
			m.subsidy_note_goes_to({
				...{ name, to: change.name, date: inWords(change.on) },
				...{ year: referenceOn.slice(0, 4), reference: inWords(referenceOn) }
			})
		);
}

/** A municipality that the library serves in part. */
function shareNotes({ name, shareUnits, referenceOn, confidence }: AreaMunicipality): string[] {
	if (shareUnits >= SHARE_UNITS) return [];
	const share = formatShare(shareUnits / SHARE_UNITS);
	const told = { name, share, date: inWords(referenceOn) };
	return [
		confidence === 'estimated' ? m.subsidy_note_share_estimated(told) : m.subsidy_note_share(told)
	];
}
