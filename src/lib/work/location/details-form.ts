import { z } from 'zod';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { LONGEST_NAME, LONGEST_TOWN } from '#lib/base/form/text-lengths.ts';
import { LOCATION_TYPES, SERVICE_VARIANTS } from '#lib/network/information-point/kinds.ts';
import {
	DETAIL_TRAITS,
	PRECISIONS,
	type Details,
	type DetailTrait,
	type Place
} from '#lib/network/trait/details.ts';
import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { coordinatesText, readCoordinates } from './coordinates.ts';
import { dayField } from './day-field.ts';
import { noteField } from './hours-form.ts';

/** The value of a field, or what is wrong with it. */
type Reading = { value: unknown } | { problem: () => string };

/** How a detail is typed: its fields, what they say, and what they show of a value. */
interface DetailField {
	/** More than one for what only makes sense together; the first is told of what is wrong. */
	fields: readonly string[];
	read(typed: readonly string[]): Reading;
	show(value: unknown, locale: string): string[];
}

const plain = (value: unknown) => [typeof value === 'string' ? value : ''];

/** A text that may be empty. */
const textField = (field: string, longest: number, problem: () => string): DetailField => ({
	fields: [field],
	read: ([typed = '']) =>
		typed.length > longest ? { problem } : { value: typed === '' ? null : typed },
	show: plain
});

const requiredText = (field: string, longest: number, problem: () => string): DetailField => ({
	fields: [field],
	read: ([typed = '']) => (typed === '' || typed.length > longest ? { problem } : { value: typed }),
	show: plain
});

const choiceField = (
	field: string,
	options: readonly string[],
	whenEmpty: (() => string) | null
): DetailField => ({
	fields: [field],
	read: ([typed = '']) => {
		if (options.includes(typed)) return { value: typed };
		return whenEmpty ? { problem: whenEmpty } : { value: null };
	},
	show: plain
});

const yesNoField = (field: string): DetailField => ({
	fields: [field],
	read: ([typed]) => ({ value: typed === 'yes' ? true : typed === 'no' ? false : null }),
	show: (value) => [value === true ? 'yes' : value === false ? 'no' : '']
});

const countField = (field: string): DetailField => ({
	fields: [field],
	read: ([typed = '']) => {
		if (typed === '') return { value: null };
		return /^\d{1,3}$/.test(typed)
			? { value: Number(typed) }
			: { problem: m.location_problem_count };
	},
	show: (value) => [typeof value === 'number' ? String(value) : '']
});

const POSTCODE = /^([1-9]\d{3})\s?([A-Za-z]{2})$/;

/** How each detail is typed. */
export const DETAIL_FIELDS: Record<DetailTrait, DetailField> = {
	name: requiredText('name', LONGEST_NAME, m.update_problem_name),
	location_type: choiceField('locationType', LOCATION_TYPES, m.update_problem_location_type),
	host_name: textField('hostName', LONGEST_NAME, () =>
		m.update_problem_host_too_long({ count: LONGEST_NAME })
	),
	service_variant: choiceField('serviceVariant', SERVICE_VARIANTS, null),
	address: textField('address', LONGEST_NAME, m.location_problem_address),
	postcode: {
		fields: ['postcode'],
		read: ([typed = '']) => {
			if (typed === '') return { value: null };
			const [, digits, letters] = POSTCODE.exec(typed) ?? [];
			return digits && letters
				? { value: `${digits} ${letters.toUpperCase()}` }
				: { problem: m.location_problem_postcode };
		},
		show: plain
	},
	town: requiredText('town', LONGEST_TOWN, m.update_problem_town),
	place: {
		fields: ['coordinates', 'precision'],
		read: ([typed = '', precision = '']) => {
			if (typed === '') return { value: null };
			const read = readCoordinates(typed);
			if ('problem' in read) {
				const outside = read.problem === 'outside';
				return { problem: outside ? m.location_problem_outside : m.location_problem_coordinates };
			}
			const sure = PRECISIONS.find((one) => one === precision);
			return sure
				? { value: { ...read.place, precision: sure } satisfies Place }
				: { problem: m.location_problem_precision };
		},
		show: (value) => {
			const place = value as Place | null;
			const sure = PRECISIONS.find((one) => one === place?.precision);
			// Where it was put because nobody knows better is not something that somebody said.
			return place && sure ? [coordinatesText(place), sure] : ['', ''];
		}
	},
	private_space: yesNoField('privateSpace'),
	wheelchair: yesNoField('wheelchair'),
	printer: yesNoField('printer'),
	pc_count: countField('pcCount'),
	staff_count: countField('staffCount'),
	volunteer_count: countField('volunteerCount'),
	trained_count: countField('trainedCount'),
	gids_checked_on: {
		fields: ['gidsCheckedOn'],
		read: ([typed = '']) => {
			const day = readDay(typed);
			if (typed !== '' && day === null) return { problem: m.update_problem_not_a_day };
			return { value: day };
		},
		show: (value, locale) => [typeof value === 'string' ? formatShortDay(value, locale) : '']
	},
	registration_account: yesNoField('registrationAccount')
};

/** What the fields of the form show of what is known. */
export function detailValues(details: Details, locale: string): Values {
	return Object.fromEntries(
		DETAIL_TRAITS.flatMap((trait) => {
			const { fields, show } = DETAIL_FIELDS[trait];
			const shown = show(details[trait], locale);
			return fields.map((field, index) => [field, shown[index] ?? '']);
		})
	);
}

/** What somebody changed on the form, and what cannot be read of it. */
export interface DetailChanges {
	changes: Map<DetailTrait, unknown>;
	errors: Errors;
}

/**
 * The details whose fields say something else than when the form was made: what a colleague
 * recorded of others since is left alone.
 */
export function readChanges(typed: Values, was: Values): DetailChanges {
	const changes = new Map<DetailTrait, unknown>();
	const errors: Errors = {};
	for (const trait of DETAIL_TRAITS) {
		const { fields, read } = DETAIL_FIELDS[trait];
		const now = fields.map((field) => (typed[field] ?? was[field] ?? '').trim());
		if (fields.every((field, index) => now[index] === (was[field] ?? ''))) continue;
		const reading = read(now);
		if ('problem' in reading) errors[fields[0]!] = reading.problem();
		else changes.set(trait, reading.value);
	}
	return { changes, errors };
}

/** The fields of the form when it was made, from the hidden one that tells; rubbish tells nothing. */
export function readWas(text: string | undefined): Values {
	const schema = z.record(z.string(), z.string());
	try {
		return schema.parse(JSON.parse(text ?? ''));
	} catch {
		// Only somebody who tampers sends rubbish; then everything counts as changed.
		return {};
	}
}

/** What the rules ask about a location beside each field itself. */
export interface DetailRules {
	/** All details, with what was changed. */
	details: Details;
	changes: ReadonlyMap<DetailTrait, unknown>;
	/** Names of the other locations of the library. */
	names: readonly string[];
	sameName: (one: string, other: string) => boolean;
	today: Day;
}

/** What is wrong with changed details together. */
export function detailErrors({ details, changes, names, sameName, today }: DetailRules): Errors {
	const errors: Errors = {};
	const { name, location_type: type, host_name: host, gids_checked_on: checked } = details;
	if (changes.has('name') && names.some((taken) => sameName(taken, String(name)))) {
		errors.name = m.update_problem_name_taken();
	}
	if (host !== null && type !== 'buiten_bibliotheek') errors.hostName = m.update_problem_host();
	if (changes.has('place') && changes.get('place') === null) {
		errors.coordinates = m.location_problem_no_place();
	}
	if (changes.has('gids_checked_on') && typeof checked === 'string' && checked > today) {
		errors.gidsCheckedOn = m.update_problem_in_future();
	}
	const { staff_count: staff, volunteer_count: volunteers, trained_count: trained } = details;
	const people = Number(staff ?? 0) + Number(volunteers ?? 0);
	const touched = ['staff_count', 'volunteer_count', 'trained_count'] as const;
	if (
		touched.some((trait) => changes.has(trait)) &&
		staff !== null &&
		Number(trained ?? 0) > people
	) {
		errors.trainedCount = m.location_problem_trained();
	}
	return errors;
}

const ownFields = z.object({
	validFrom: dayField,
	note: noteField,
	basedOn: z
		.string()
		.default('')
		.transform((text) => readId(text)),
	elsewhereMeant: z
		.string()
		.optional()
		.transform((text) => text === 'yes')
});

/** Everything that the form with details says, or everything that is wrong with it. */
export function readDetailsForm(typed: Values, today: Day) {
	const { changes, errors } = readChanges(typed, readWas(typed.was));
	const own = ownFields.safeParse(typed);
	for (const { path, message } of own.error?.issues ?? []) errors[String(path[0])] ??= message;
	const validFrom = own.data?.validFrom ?? null;
	if (own.success && validFrom === null) errors.validFrom = m.update_problem_required();
	else if (validFrom !== null && validFrom > today) errors.validFrom = m.update_problem_in_future();
	else if (validFrom !== null && validFrom < FIRST_DAY) {
		errors.validFrom = m.location_problem_day_range();
	}
	if (!own.success || validFrom === null || Object.keys(errors).length > 0) return { errors };
	return { form: { ...own.data, validFrom, changes }, errors: {} };
}
