import type { Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import { applications, cohortOf } from './applications.ts';
import { STORY_END } from './calendar.ts';
import { confirmationDrafts } from './confirmation-drafts.ts';
import { openedPoints, type DemoPoint } from './demo-points.ts';
import { geographyOf } from './geography.ts';
import { libraryDrafts } from './library-track.ts';
import { describeLocation } from './locations.ts';
import { libraryHistories } from './merged-libraries.ts';
import { withMistakes } from './mistakes.ts';
import { numberEvents } from './number-events.ts';
import { operationDrafts } from './operation-drafts.ts';
import { periodsOf } from './periods.ts';
import type { PlanStep } from './plan-chain.ts';
import { pointPlans } from './point-plans.ts';
import { pointDrafts } from './point-track.ts';
import { specialPoints } from './special-points.ts';
import { specialDrafts } from './special-track.ts';
import { subjectKey, type Story, type StoryEvent, type StoryPoint } from './story.ts';
import { libraryTrack, pointTrack } from './tracks.ts';

/**
 * The whole demo story, to the end of 2022: real openings where and when they really were, and
 * everything else invented around them so that the published counts hold. Always the same.
 */
export function generateStory(reference: Reference): Story {
	const geography = geographyOf(reference);
	const libraries = new Map(reference.libraries.map((library) => [library.slug, library]));
	const { points, free, firstOpenings } = openedPoints(reference, geography);
	const forms = applications(reference, firstOpenings);
	const plans = pointPlans(points, forms);
	const special = specialPoints(geography, free);
	const instituteOf = (library: string) => libraries.get(library)!.supportInstitute;

	const firstPlans = new Map(
		points.filter((point) => point.isFirstOfLibrary).map((point) => [point.library, point])
	);
	const trackOf = (point: DemoPoint, chain: PlanStep[]) =>
		pointTrack(point, libraries.get(point.library)!, forms.get(point.library)!, chain);
	const allPoints = [...points, ...special.map(({ point }) => point)];
	const locations = new Map(
		allPoints.map((point) => [point.key, describeLocation(point, geography, indexOf(point))])
	);
	const needsNoDesk = (point: DemoPoint) =>
		locations.get(point.key)!.serviceVariant === 'altijd_beschikbaar';

	const drafts = [
		...libraryHistories(reference, (slug) => {
			const form = forms.get(slug);
			const first = firstPlans.get(form?.opensAs ?? slug);
			if (!form || !first) return [];
			const track = libraryTrack(libraries.get(slug)!, form, plans.get(first.key)!, first);
			return [
				...libraryDrafts(track, form),
				...confirmationDrafts({ library: slug }, instituteOf(slug), form.appliedOn, STORY_END)
			];
		}),
		...points.flatMap((point) =>
			pointDrafts(trackOf(point, plans.get(point.key)!), point, needsNoDesk(point))
		),
		...special.flatMap((row) =>
			specialDrafts(trackOf(row.point, row.chain), row, needsNoDesk(row.point))
		),
		...operationDrafts(points, special, instituteOf),
		...points.flatMap((point) =>
			confirmationDrafts(
				{ point: point.key },
				instituteOf(point.library),
				plans.get(point.key)![0]!.madeOn,
				STORY_END
			)
		)
	];
	const events = numberEvents(withMistakes(drafts));
	return {
		events,
		points: storyPoints(allPoints, events),
		cohorts: new Map([...forms].map(([slug, form]) => [slug, cohortOf(form)]))
	};

	function indexOf(point: DemoPoint): number {
		return allPoints.filter((other) => other.municipality === point.municipality).indexOf(point);
	}

	/** In the order of their first recording, so that an early point has a low number. */
	function storyPoints(from: DemoPoint[], recorded: StoryEvent[]): StoryPoint[] {
		const firstId = new Map<string, number>();
		const firstDay = new Map<string, Day>();
		for (const event of recorded) {
			const key = subjectKey(event.subject);
			if (!firstId.has(key)) firstId.set(key, event.id);
			const day = firstDay.get(key);
			if (!day || event.effectiveOn < day) firstDay.set(key, event.effectiveOn);
		}
		const keyOf = (point: DemoPoint) => subjectKey({ point: point.key });
		return from
			.filter((point) => firstId.has(keyOf(point)))
			.sort((a, b) => firstId.get(keyOf(a))! - firstId.get(keyOf(b))!)
			.map((point, index) => ({
				id: index + 1,
				key: point.key,
				town: point.town,
				...locations.get(point.key)!,
				invented: point.invented,
				template: libraries.get(point.library)!.template,
				source: point.source ?? 'invented for the demo',
				confidence: point.invented ? 'invented' : point.confidence,
				periods: periodsOf(point, firstDay.get(keyOf(point))!, geography, reference)
			}));
	}
}
