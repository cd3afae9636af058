import { addDays, dayInAmsterdam, type Day } from '#lib/base/day/day.ts';
import { randomFor } from './random.ts';
import { subjectKey, type Story, type StoryEvent } from './story.ts';

/** Of the invented points that are open, of how many these are known. */
const SHARE_WITH_TRAINED = 0.72;
const SHARE_CHECKED = 0.65;

/** A row of `point_trait` about trained people or G!DS of an invented point. */
interface EquipmentRow {
	informationPointId: number;
	trait: 'trained_count' | 'gids_checked_on';
	value: number | string;
	validFrom: Day;
	recordedAt: string;
	recordedBy: string;
	recordedFor: string;
}

/**
 * Invented numbers of trained people, and checks of the entry in G!DS, of a share of the invented points,
 * recorded some days after their opening. By chance of their own, so that nothing else of the story moves.
 */
export function demoStaffAndGids(story: Story, demoToday: Day): EquipmentRow[] {
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
			return opening ? rowsOf(id, key, opening) : [];
		})
		.filter(({ validFrom }) => validFrom <= demoToday)
		.sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
}

function rowsOf(informationPointId: number, key: string, opening: StoryEvent): EquipmentRow[] {
	const random = randomFor(`staff and G!DS of ${key}`);
	const { recordedAt, recordedBy, recordedFor } = opening;
	const later = addDays(dayInAmsterdam(new Date(recordedAt)), 3 + Math.floor(random.next() * 18));
	const row = {
		...{ informationPointId, recordedBy, recordedFor, validFrom: later },
		recordedAt: `${later}T10:00:00+01:00`
	};
	const people = 1 + Math.floor(random.next() ** 2 * 9);
	const isTold = random.chance(SHARE_WITH_TRAINED);
	const isChecked = random.chance(SHARE_CHECKED);
	return [
		...(isTold ? [{ ...row, trait: 'trained_count' as const, value: people }] : []),
		...(isChecked ? [{ ...row, trait: 'gids_checked_on' as const, value: later }] : [])
	];
}
