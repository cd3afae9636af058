import type { Cell, Figure } from '#lib/base/charts/figure.ts';
import { hoursOn } from '#lib/network/opening-hours/hours-on.ts';
import { spellsText } from '#lib/network/opening-hours/hours-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answerSentence } from './texts.ts';
import type { NearPoint, NearState, WhereToGo } from './types.ts';

const STATES: Record<NearState, () => string> = {
	open: m.where_to_go_open,
	hours_unknown: m.where_to_go_state_hours_unknown,
	closed_that_day: m.where_to_go_state_closed,
	temporarily_closed: m.where_to_go_temporarily_closed,
	online_only: m.where_to_go_online_only
};

const yesNo = (value: boolean) => (value ? m.where_to_go_yes() : m.where_to_go_no());
const oneDecimal = (km: number) => Math.round(km * 10) / 10;

/** The points near a place; null where no place was found. */
export function whereToGoFigure(answer: WhereToGo): Omit<Figure, 'panels'> | null {
	const { found, points, shut, planned, view } = answer;
	if (!found.place) return null;
	const place = found.place.name;
	const from = found.place.largest ?? place;
	const rowOf = (point: NearPoint): Cell[] => {
		const hours = point.accessible ? hoursOn(point.schedule, view.asOf.validOn) : null;
		return [
			...[point.name, point.id, from, oneDecimal(point.km), STATES[point.state]()],
			...[hours && spellsText(hours.spells, getLocale()), point.address, point.postcode],
			...[point.town, point.municipality, point.library, yesNo(point.approximate)],
			...[null, yesNo(point.invented)]
		];
	};
	return {
		id: 'punten',
		title: m.where_to_go_table_title({ place }),
		sentence: answerSentence(answer) ?? '',
		table: {
			columns: [
				{ key: 'informatiepunt', label: m.where_to_go_column_name(), kind: 'text' },
				{ key: 'id', label: m.where_to_go_column_id(), kind: 'number' },
				{ key: 'gemeten_vanaf', label: m.where_to_go_column_from(), kind: 'text' },
				{ key: 'afstand_km', label: m.where_to_go_column_km(), kind: 'number' },
				{ key: 'toestand', label: m.where_to_go_column_state(), kind: 'text' },
				{ key: 'openingstijden', label: m.where_to_go_column_hours(), kind: 'text' },
				{ key: 'adres', label: m.where_to_go_column_address(), kind: 'text' },
				{ key: 'postcode', label: m.where_to_go_column_postcode(), kind: 'text' },
				{ key: 'plaats', label: m.where_to_go_column_town(), kind: 'text' },
				{ key: 'gemeente', label: m.where_to_go_column_municipality(), kind: 'text' },
				{ key: 'bibliotheek', label: m.where_to_go_column_library(), kind: 'text' },
				{ key: 'plek_benaderd', label: m.where_to_go_column_approximate(), kind: 'text' },
				{ key: 'gepland_op', label: m.where_to_go_column_planned(), kind: 'day' },
				{ key: 'verzonnen', label: m.where_to_go_column_invented(), kind: 'text' }
			],
			rows: [
				...points.map(rowOf),
				...shut.map(rowOf),
				...(planned
					? [
							[
								...[planned.name, planned.id, from, oneDecimal(planned.km)],
								...[m.where_to_go_state_planned(), null, null, null, null, planned.municipality],
								...[null, null, planned.planOn, yesNo(planned.invented)]
							]
						]
					: [])
			]
		},
		definitions: [
			{ anchor: 'toegankelijk', about: m.explain_term_toegankelijk() },
			{ anchor: 'afstand', about: m.explain_term_afstand() }
		]
	};
}

/** The files of the page: `/waar-terecht/NAME.csv`, and what each is of. */
export const whereToGoFiles = [{ name: 'punten', of: whereToGoFigure }] as const;
