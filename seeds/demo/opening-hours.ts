import { dayInAmsterdam, type Day } from '#lib/base/day/day.ts';
import type { Spells, WeekHours } from '#lib/network/opening-hours/hours.ts';
import type { JsonObject } from '#lib/server/platform/db/schema.ts';
import { randomFor } from './random.ts';
import { subjectKey, type Story, type StoryEvent } from './story.ts';

/** Of the invented points that are open, how many have hours and how many know their next holidays. */
const SHARE_WITH_HOURS = 0.7;
const SHARE_WITH_HOLIDAYS = 0.4;

const MORNING: Spells = [[9 * 60 + 30, 12 * 60 + 30]];
const AFTERNOON: Spells = [[13 * 60, 17 * 60]];
const BOTH: Spells = [...MORNING, ...AFTERNOON];
const WHOLE_DAY: Spells = [[10 * 60, 17 * 60]];

/** Weeks as a library could have them, Monday first. */
const WEEKS: readonly WeekHours[] = [
	{ kind: 'inloop', days: [[], WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, MORNING, []] },
	{ kind: 'spreekuur', days: [AFTERNOON, [], MORNING, [], AFTERNOON, [], []] },
	{ kind: 'spreekuur', days: [MORNING, MORNING, [], AFTERNOON, [], [], []] },
	{ kind: 'inloop', days: [BOTH, BOTH, BOTH, BOTH, BOTH, [], []] },
	{ kind: 'op_afspraak', days: [[], [], AFTERNOON, [], [], [], []] }
];

const HOLIDAYS: readonly { name: string; from: Day; until: Day }[] = [
	{ name: 'Kerstvakantie', from: '2021-12-25', until: '2022-01-09' },
	{ name: 'Tweede paasdag', from: '2022-04-18', until: '2022-04-18' },
	{ name: 'Koningsdag', from: '2022-04-27', until: '2022-04-27' }
];
const HOLIDAYS_RECORDED_AT = '2021-11-15T09:30:00Z';

/** A row of `point_trait` about the opening hours of an invented point. */
interface HoursRow {
	informationPointId: number;
	trait: 'hours' | 'exception';
	value: JsonObject;
	validFrom: Day;
	validUntil: Day | null;
	recordedAt: string;
	recordedBy: string;
	recordedFor: string;
}

/**
 * Invented opening hours for a share of the invented points that opened in the story, recorded with
 * their opening. By chance of their own, so that nothing else of the story moves.
 */
export function demoHours(story: Story, demoToday: Day): HoursRow[] {
	const openings = new Map<string, StoryEvent>();
	for (const event of story.events) {
		if (event.milestoneCode === 'opening' && event.kind === 'achieved') {
			openings.set(subjectKey(event.subject), event);
		}
	}
	return story.points
		.filter(({ invented }) => invented)
		.flatMap(({ id, key }) => {
			const opening = openings.get(subjectKey({ point: key }));
			return opening ? hoursOf(id, key, opening) : [];
		})
		.filter(({ recordedAt }) => dayInAmsterdam(new Date(recordedAt)) <= demoToday)
		.sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
}

function hoursOf(informationPointId: number, key: string, opening: StoryEvent): HoursRow[] {
	const random = randomFor(`opening hours of ${key}`);
	if (!random.chance(SHARE_WITH_HOURS)) return [];
	const { recordedAt, recordedBy, recordedFor, effectiveOn } = opening;
	const row = { informationPointId, recordedBy, recordedFor };
	const { days, kind } = random.pick(WEEKS);
	// JSON knows no readonly.
	const week = { kind, days: days.map((spells) => spells.map(([from, to]) => [from, to])) };
	const rows: HoursRow[] = [
		{
			...{ ...row, trait: 'hours' as const, value: week, recordedAt },
			...{ validFrom: effectiveOn, validUntil: null }
		}
	];
	if (!random.chance(SHARE_WITH_HOLIDAYS) || effectiveOn > '2021-11-01') return rows;
	const holidays = HOLIDAYS.map(({ name, from, until }) => ({
		...{ ...row, trait: 'exception' as const, value: { name, spells: [] } },
		...{ validFrom: from, validUntil: until, recordedAt: HOLIDAYS_RECORDED_AT }
	}));
	return [...rows, ...holidays];
}
