import { z } from 'zod';
import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { formatDay, formatWeekday, type Day } from '#lib/base/day/day.ts';
import { dayOfOtherWeekday, readDay } from '#lib/base/day/read-day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { LOCATION_TYPES, SERVICE_VARIANTS } from '#lib/network/information-point/kinds.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_TOWN } from '#lib/base/form/text-lengths.ts';

const emptyAsNull = z
	.string()
	.trim()
	.default('')
	.transform((text) => (text === '' ? null : text));

/** Why a text is no day: it names another weekday than the day has, or there is no such day. */
function notADay(text: string): string {
	const day = dayOfOtherWeekday(text);
	if (day === null) return m.update_problem_not_a_day();
	const locale = getLocale();
	return m.update_problem_other_weekday({
		day: formatDay(day, locale),
		weekday: formatWeekday(day, locale)
	});
}

/** A day that may be left empty. Whether it may be, and when it can lie, is a rule of the act. */
const day = emptyAsNull.transform((text, context): Day | null => {
	if (text === null) return null;
	const read = readDay(text);
	if (read === null) context.addIssue({ code: 'custom', message: notADay(text) });
	return read;
});

/** A day that has to be filled in, on which something can be planned. */
const plannedDay = emptyAsNull.transform((text, context): Day => {
	const read = text === null ? null : readDay(text);
	const refuse = (message: string) => context.addIssue({ code: 'custom', message });
	if (text === null) refuse(m.update_problem_required());
	else if (read === null) refuse(notADay(text));
	else if (read < FIRST_DAY || read > LAST_DAY) refuse(m.update_problem_not_sensible());
	return read ?? FIRST_DAY;
});

/** The id of an event; empty or rubbish is none. */
const eventId = z
	.string()
	.default('')
	.transform((text) => readId(text));

/** A checkbox that is said yes to. */
const meant = z
	.string()
	.optional()
	.transform((text) => text === 'yes');

const note = emptyAsNull.refine((text) => text === null || text.length <= LONGEST_NOTE, {
	error: () => m.update_problem_note_too_long()
});

/** What the forms of all acts post. The form of an act shows the fields that it needs. */
export const actForm = z.object({
	milestone: z.string().default(''),
	/** The newest event of this milestone that the form was made from; none for a first entry. */
	basedOn: eventId,
	/** The entry to put right. */
	event: eventId,
	targetOn: day,
	/** Said yes to: the planned day is long past, and meant so. */
	pastMeant: meant,
	/** Said yes to: nobody knows yet when the closure ends. */
	endUnknown: meant,
	/** The day on which the form was made; a quick button has none. */
	madeOn: day.catch(null),
	/** What a quick button sends: the day is that of sending, not of loading. */
	when: z.enum(['today']).nullable().catch(null),
	effectiveOn: day,
	precision: z.enum(['day', 'month', 'year']).catch('day'),
	openingForm: z.enum(['volledig', 'kleinschalig', 'alleen_online']).nullable().catch(null),
	reason: emptyAsNull,
	note,
	noteVisibility: z.enum(['internal', 'stakeholders']).catch('internal')
});

export type ActValues = z.output<typeof actForm>;

const text = (maximum: number, error: () => string) =>
	z
		.string()
		.trim()
		.default('')
		.refine((value) => value.length >= 1 && value.length <= maximum, { error });

/** The form that adds a location to a library. */
export const locationForm = z.object({
	name: text(LONGEST_NAME, () => m.update_problem_name()),
	town: text(LONGEST_TOWN, () => m.update_problem_town()),
	municipalityCode: text(6, () => m.update_problem_municipality()),
	locationType: z.enum(LOCATION_TYPES, { error: () => m.update_problem_location_type() }),
	hostName: emptyAsNull.refine((name) => name === null || name.length <= LONGEST_NAME, {
		error: () => m.update_problem_host_too_long({ count: LONGEST_NAME })
	}),
	serviceVariant: z.enum(SERVICE_VARIANTS).nullable().catch(null),
	targetOn: plannedDay,
	pastMeant: meant,
	/** When the plan was agreed; empty is today, as long as the planned day is still to come. */
	agreedOn: day
});

export type LocationValues = z.output<typeof locationForm>;
