import type { Figure } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { targetOutcome } from '#lib/figures/progress/target-outcome.ts';
import type { RolloutProgress } from '#lib/figures/progress/types.ts';
import {
	causeText,
	countedText,
	DEFINITION_OF,
	reconciliationSentence
} from '#lib/figures/reconciliation/texts.ts';
import type { ReconciliationRow } from '#lib/figures/reconciliation/reconciliation-row.ts';

const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
const day = (key: string, label: string) => ({ key, label, kind: 'day' as const });
const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
const isEnglish = () => getLocale() === 'en';

/** The dated events of the programme up to the end of the quarter. */
export function eventsFigure({ events }: RolloutProgress): Figure {
	return {
		id: 'gebeurtenissen',
		title: m.edition_events_title(),
		sentence: m.edition_events_sentence({ count: events.length }),
		panels: [],
		table: {
			columns: [
				text('wat', m.edition_events_what()),
				day('vanaf', m.edition_events_from()),
				day('tot_en_met', m.edition_events_to()),
				text('bron', m.edition_source())
			],
			rows: events.map(({ titleNl, titleEn, startsOn, endsOn, source }) => [
				isEnglish() ? titleEn : titleNl,
				startsOn,
				endsOn,
				source
			])
		},
		definitions: []
	};
}

/** The targets announced up to the end of the quarter, and what became of them. */
export function targetsFigure(progress: RolloutProgress): Figure {
	const { targets } = progress;
	return {
		id: 'doelen',
		title: m.edition_targets_title(),
		sentence: m.edition_targets_sentence({ count: targets.length }),
		panels: [],
		table: {
			columns: [
				text('doel', m.edition_targets_what()),
				number('aantal_locaties', m.edition_targets_value()),
				day('genoemd_op', m.edition_targets_announced()),
				day('uiterlijk', m.edition_targets_due()),
				text('gehaald', m.edition_targets_outcome()),
				text('bron', m.edition_source())
			],
			rows: targets.map((target) => [
				isEnglish() ? target.statementEn : target.statementNl,
				target.value,
				target.announcedOn,
				target.dueOn,
				targetOutcome(target, progress),
				target.source
			])
		},
		definitions: [{ anchor: 'doel', about: m.edition_targets_title() }]
	};
}

/** What others published up to the end of the quarter beside our own count of the same day. */
export function publishedFigure(rows: readonly ReconciliationRow[]): Figure {
	return {
		id: 'cijfers-naast-elkaar',
		title: m.edition_published_title(),
		sentence: reconciliationSentence(rows),
		panels: [],
		table: {
			columns: [
				text('wat', m.edition_published_what()),
				day('dag', m.edition_published_day()),
				text('gepubliceerd', m.edition_published_value()),
				number('onze_telling', m.edition_published_ours()),
				text('oorzaken', m.edition_published_causes()),
				text('bron', m.edition_source())
			],
			rows: rows.map((row) => [
				countedText(row.counted),
				row.appliesOn,
				row.valueText,
				row.ours,
				row.causes.map(({ name, count }) => `${count}: ${causeText(name)}`).join(' '),
				row.source
			])
		},
		definitions: [...new Set(rows.map(({ counted }) => DEFINITION_OF[counted]))].map((anchor) => ({
			anchor,
			about:
				anchor === 'locaties' ? m.progress_measure_locations() : m.progress_measure_organisations()
		}))
	};
}
