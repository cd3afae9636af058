import { holdsOn, type Day } from '#lib/base/day/day.ts';
import type { LedgerEvent } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import type { Story, StoryEvent, StoryPoint } from '#seeds/demo/story.ts';

/** A point on a day: whose it is, where it stands and what is true of it. */
export interface PointState {
	point: StoryPoint;
	library: string;
	municipalityCode: string;
	isRealised: boolean;
	isAccessible: boolean;
	isTemporarilyClosed: boolean;
	isInLibrary: boolean;
	onlineOnly: boolean;
	planOn: Day | null;
	firstPlanOn: Day | null;
	onHold: boolean;
}

/** A plain fold over the story, for tests: the points that exist on `day` as known on `knownOn`. */
export function createStoryReader(story: Story): (day: Day, knownOn?: Day) => PointState[] {
	const histories = Map.groupBy(story.events, historyKey);
	const lane = (...[key, name, day, known]: [string, Parameters<typeof stateAt>[1], Day, Day]) =>
		stateAt(histories.get(key) ?? [], name, day, known) as LedgerEvent | undefined;

	return (day, knownOn = '9999-12-31') =>
		story.points.flatMap((point) => {
			const opening = `${point.key} opening`;
			const operation = lane(`${point.key} operation`, 'status', day, knownOn)?.kind;
			const status = lane(opening, 'status', day, knownOn)?.kind;
			const plan = lane(opening, 'plan', day, knownOn);
			const period = point.periods.find((candidate) => holdsOn(candidate, day));
			if (!period || !(plan ?? status ?? operation)) return [];
			return [
				{
					point,
					library: period.library,
					municipalityCode: period.municipalityCode,
					isRealised: status === 'achieved' && operation !== 'permanently_closed',
					isAccessible: status === 'achieved' && [undefined, 'reopened'].includes(operation),
					isTemporarilyClosed: status === 'achieved' && operation === 'temporarily_closed',
					isInLibrary: point.locationType !== 'buiten_bibliotheek',
					onlineOnly: status !== 'achieved' && operation === 'online_only',
					planOn: plan?.targetOn ?? null,
					firstPlanOn: lane(opening, 'first_plan', day, knownOn)?.targetOn ?? null,
					onHold: status === 'on_hold'
				}
			];
		});
}

function historyKey({ subject, milestoneCode }: StoryEvent): string {
	return `${'point' in subject ? subject.point : subject.library} ${milestoneCode}`;
}
