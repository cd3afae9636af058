import { asOfParams, type AsOf } from '#lib/base/as-of/as-of.ts';
import { addDays, FOREVER, formatDay, type Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Library, SuccessionLink } from './library.ts';

/** A predecessor or successor in words: "Bibliotheek West-Brabant (gefuseerd op 1 januari 2020)". */
export function successionText(
	{ name, kind, effectiveOn }: SuccessionLink,
	locale: string
): string {
	const date = formatDay(effectiveOn, locale);
	if (kind === 'merge') return m.dossier_successor_merge({ name, date });
	if (kind === 'split') return m.dossier_successor_split({ name, date });
	return m.dossier_successor_rename({ name, date });
}

/**
 * Where to look on a day on which the library does not exist: what came after it or before it on
 * that day, and the library itself on its nearest day.
 */
export function successionLinks(
	library: Library,
	asOf: AsOf,
	today: Day,
	locale: string
): { label: string; href: string }[] {
	const isOver = library.activeTo !== FOREVER && library.activeTo <= asOf.validOn;
	const others = isOver ? library.successors : library.predecessors;
	const nearest = isOver ? addDays(library.activeTo, -1) : library.activeFrom;
	return [
		...others.map((other) => ({
			label: successionText(other, locale),
			href: link(`/bibliotheken/${other.slug}`, asOfParams(asOf, today))
		})),
		{
			label: m.dossier_gone_first_day({ date: formatDay(nearest, locale) }),
			href: link(`/bibliotheken/${library.slug}`, asOfParams({ ...asOf, validOn: nearest }, today))
		}
	];
}
