import { asOfParams, type AsOf } from '#lib/base/as-of/as-of.ts';
import { addDays, FOREVER, formatDay, type Day } from '#lib/base/day/day.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Municipality, MunicipalitySuccessionLink } from './municipality.ts';

/** A predecessor or successor in words: "Tilburg (vanaf 1 januari 2021, 10% van de inwoners)". */
export function successionText(other: MunicipalitySuccessionLink, locale: string): string {
	const { name, effectiveOn, inhabitantShare } = other;
	const date = formatDay(effectiveOn, locale);
	if (inhabitantShare === 1) return m.dossier_successor_municipality({ name, date });
	const share = formatShare(inhabitantShare);
	return m.dossier_successor_municipality_share({ name, date, share });
}

/**
 * Where to look on a day on which the municipality does not exist: what came after it or before it,
 * and the municipality itself on its nearest day.
 */
export function successionLinks(
	municipality: Municipality,
	asOf: AsOf,
	today: Day,
	locale: string
): { label: string; href: string }[] {
	const isOver = municipality.validTo !== FOREVER && municipality.validTo <= asOf.validOn;
	const others = isOver ? municipality.successors : municipality.predecessors;
	const nearest = isOver ? addDays(municipality.validTo, -1) : municipality.validFrom;
	return [
		...others.map((other) => ({
			label: successionText(other, locale),
			href: link(`/gemeenten/${other.code}`, asOfParams(asOf, today))
		})),
		{
			label: m.dossier_gone_first_day({ date: formatDay(nearest, locale) }),
			href: link(
				`/gemeenten/${municipality.code}`,
				asOfParams({ ...asOf, validOn: nearest }, today)
			)
		}
	];
}
