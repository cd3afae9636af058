import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { createStoryReader, type PointState } from './story-reader.ts';
import { readReference } from '#seeds/reference/reference.ts';
import { generateStory } from '#seeds/demo/generate-story.ts';

/** The story and what the tests ask of it; made once per test file. */
export function toldStory() {
	const reference = readReference();
	const story = generateStory(reference);
	const pointsOn = createStoryReader(story);
	const realised = (day: Day) => pointsOn(day).filter((state) => state.isRealised);
	const locations = (day: Day) => realised(day).filter((state) => state.isInLibrary);
	const municipality = (name: string) => reference.municipalities.find((row) => row.name === name)!;
	const opened = story.events.filter(
		(event) => event.milestoneCode === 'opening' && event.kind === 'achieved'
	);
	const corrected = new Set(story.events.map((event) => event.correctsEventId));
	const openedOn = (day: Day) =>
		opened
			.filter((event) => event.effectiveOn === day && !corrected.has(event.id))
			.map((event) => {
				const key = 'point' in event.subject ? event.subject.point : '';
				return story.points.find((point) => point.key === key)!;
			});
	return {
		reference,
		story,
		pointsOn,
		realised,
		locations,
		opened,
		openedOn,
		townsOpenedOn: (day: Day) => openedOn(day).map((point) => point.town),
		organisations: (day: Day) => new Set(realised(day).map((state) => state.library)).size,
		activeOn: (day: Day) =>
			reference.libraries.filter((row) =>
				holdsOn({ validFrom: row.activeFrom, validTo: row.activeTo }, day)
			),
		inMunicipality: (states: PointState[], name: string) =>
			states.filter((state) => state.municipalityCode === municipality(name).code)
	};
}
