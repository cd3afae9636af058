import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { MILESTONE_CODES } from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import {
	COLUMNS,
	OPENING_FORMS,
	STATES,
	type Column,
	type OpeningWord,
	type State
} from './types.ts';

type Language = 'nl' | 'en';
type Label = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

const COLUMN_LABELS: Record<Column, Label> = {
	library: m.workbook_column_library,
	point: m.workbook_column_point,
	milestone: m.workbook_column_milestone,
	firstPlanOn: m.workbook_column_first_plan,
	planOn: m.workbook_column_plan,
	forecastOn: m.workbook_column_forecast,
	state: m.workbook_column_state,
	stateOn: m.workbook_column_state_on,
	openingForm: m.workbook_column_opening_form,
	reason: m.workbook_column_reason,
	note: m.workbook_column_note,
	stamp: m.workbook_column_stamp
};

const STATE_LABELS: Record<State, Label> = {
	open: m.workbook_state_open,
	achieved: m.workbook_state_achieved,
	on_hold: m.workbook_state_on_hold,
	not_applicable: m.workbook_state_not_applicable
};

const OPENING_LABELS: Record<OpeningWord, Label> = {
	volledig: m.update_opening_full,
	kleinschalig: m.update_opening_small,
	alleen_online: m.update_opening_online
};

/** How other files call these columns, besides our own words. */
const OTHER_HEADERS: Partial<Record<Column, readonly string[]>> = {
	library: ['bibliotheekorganisatie', 'basisbibliotheek', 'naam bibliotheek', 'organisatie'],
	point: ['locatie', 'vestiging', 'ido', 'naam locatie', 'location', 'branch'],
	milestone: ['stap', 'onderdeel', 'step'],
	planOn: ['gepland', 'planning', 'plandatum', 'geplande datum', 'planned', 'planned on'],
	forecastOn: ['verwacht', 'verwachting', 'verwachte datum', 'expected', 'forecast'],
	state: ['status'],
	stateOn: ['gereed op', 'datum gereed', 'afgerond op', 'werkelijke datum', 'datum', 'done on'],
	reason: ['reden', 'reden van uitstel', 'reason'],
	note: ['toelichting', 'opmerking', 'opmerkingen', 'notitie', 'note', 'remark']
};

const OTHER_STATES: Partial<Record<State, readonly string[]>> = {
	achieved: ['klaar', 'afgerond', 'behaald', 'geopend', 'ja', 'done'],
	on_hold: ['on hold', 'pauze', 'op pauze', 'stilgelegd'],
	not_applicable: ['nvt', 'n.a.'],
	open: ['nog niet', 'niet gereed', 'gepland', 'nee']
};

export const columnLabel = (column: Column, locale?: Language): string =>
	COLUMN_LABELS[column]({}, locale && { locale });
export const stateLabel = (state: State, locale?: Language): string =>
	STATE_LABELS[state]({}, locale && { locale });
export const openingLabel = (form: OpeningWord, locale?: Language): string =>
	OPENING_LABELS[form]({}, locale && { locale });

const LANGUAGES: readonly Language[] = ['nl', 'en'];

/** Which value each word stands for, by its essence, in both languages. */
function dictionary<Value extends string>(
	values: readonly Value[],
	label: (value: Value, locale: Language) => string,
	others: Partial<Record<Value, readonly string[]>> = {}
): Map<string, Value> {
	const words = new Map<string, Value>();
	for (const value of values) {
		for (const locale of LANGUAGES) words.set(nameEssence(label(value, locale)), value);
		words.set(nameEssence(value), value);
	}
	for (const value of values) {
		for (const word of others[value] ?? []) {
			if (!words.has(nameEssence(word))) words.set(nameEssence(word), value);
		}
	}
	return words;
}

/** What the texts of a file stand for. Made once for a file: it has thousands of rows. */
export interface Dictionaries {
	columns: ReadonlyMap<string, Column>;
	states: ReadonlyMap<string, State>;
	openings: ReadonlyMap<string, OpeningWord>;
	milestones: ReadonlyMap<string, string>;
	/** Codes of reasons. */
	reasons: ReadonlyMap<string, string>;
}

/** The dictionaries of both languages, with the reasons that may be given now. */
export function dictionariesOf(
	reasons: readonly { code: string; labelNl: string; labelEn: string }[]
): Dictionaries {
	const byCode = new Map(reasons.map((reason) => [reason.code, reason]));
	return {
		columns: dictionary(COLUMNS, columnLabel, OTHER_HEADERS),
		states: dictionary(STATES, stateLabel, OTHER_STATES),
		openings: dictionary(OPENING_FORMS, openingLabel),
		milestones: dictionary(MILESTONE_CODES, milestoneLabel),
		reasons: dictionary([...byCode.keys()], (code, locale) => {
			const { labelNl, labelEn } = byCode.get(code)!;
			return locale === 'nl' ? labelNl : labelEn;
		})
	};
}
