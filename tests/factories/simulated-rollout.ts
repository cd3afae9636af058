import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import type { Candidate, ForecastSituation, Underway } from '#lib/figures/forecast/situation.ts';
import { LANDMARK_DAYS } from '#lib/figures/forecast/situation.ts';
import { mulberry32, normals } from '#lib/base/random/mulberry32.ts';

const START: Day = '2019-07-01';
/** Days after the start on which the forecast is made. */
const FORECAST_AFTER = 600;
const LIBRARIES = 60;
const LANDMARKS = 18;
const MUNICIPALITY = { code: 'GM0001', provinceCode: 'PV20', inhabitants: 1_000, covered: false };

/** What a point was aiming at from a day on (days after the start). */
interface Stage {
	from: number;
	target: number;
	onHold: boolean;
	basis: Underway['basis'];
	replanned: boolean;
}

interface Story {
	pointId: number;
	libraryId: number;
	appliedAt: number;
	stages: Stage[];
	openedAt: number;
}

export interface SimulatedRollout {
	/** What was known on the day of the forecast. */
	situation: ForecastSituation;
	/** The truth: days from the forecast to the opening of each candidate, by point. */
	daysToOpening: Map<number, number>;
}

/**
 * A country whose openings follow a process that is not the one of the model: plans are moved
 * shortly before or after their day, one library moves them more often than another, and in some
 * quarters everybody does. `shared` is how strongly quarters differ.
 */
export function simulateRollout(seed: number, shared = 0.8): SimulatedRollout {
	const next = mulberry32(seed);
	const normal = normals(next);
	const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	const trouble = Array.from({ length: 60 }, () => shared * normal());
	const stories: Story[] = [];
	for (let libraryId = 1; libraryId <= LIBRARIES; libraryId++) {
		const appliedAt = between(0, 500);
		const habit = 0.6 * normal();
		for (let points = between(1, 5); points > 0; points--) {
			const plannedAt = appliedAt + between(0, 300);
			const moves = (day: number) =>
				next() < 1 / (1 + Math.exp(0.6 - habit - trouble[Math.floor(day / 90)]!));
			stories.push({
				...tellStory(plannedAt, moves, between, next),
				pointId: stories.length + 1,
				libraryId,
				appliedAt
			});
		}
	}
	return lookAt(stories);
}

function tellStory(
	plannedAt: number,
	moves: (day: number) => boolean,
	between: (from: number, to: number) => number,
	next: () => number
): Pick<Story, 'stages' | 'openedAt'> {
	let target = plannedAt + between(60, 280);
	const stages: Stage[] = [
		{ from: plannedAt, target, onHold: false, basis: 'plan', replanned: false }
	];
	for (let turn = 0; turn < 12; turn++) {
		const noticedAt = Math.max(stages.at(-1)!.from + 10, target + between(-40, 25));
		if (noticedAt >= target + 20 || !moves(target)) break;
		const delay = 25 + Math.round(-Math.log(1 - next()) * 80);
		if (next() < 0.2) {
			stages.push({
				from: noticedAt - 8,
				target,
				onHold: true,
				basis: 'plan',
				replanned: turn > 0
			});
		}
		const basis = next() < 0.25 ? 'forecast' : 'plan';
		target = Math.max(target, noticedAt) + delay;
		stages.push({ from: noticedAt, target, onHold: false, basis, replanned: true });
	}
	return { stages, openedAt: Math.max(target + between(-5, 12), stages.at(-1)!.from + 1) };
}

function lookAt(stories: readonly Story[]): SimulatedRollout {
	const dayAt = (at: number) => addDays(START, at);
	const underwayAt = (at: number): Underway[] =>
		stories.flatMap((story) => {
			const stage = story.stages.findLast(({ from }) => from <= at);
			if (!stage || story.openedAt <= at) return [];
			const { pointId, libraryId } = story;
			const { onHold, basis, replanned } = stage;
			const targetOn = dayAt(stage.target);
			const stepsShare = stage.target - at < 40 ? 0.9 : 0.4;
			return [
				{ day: dayAt(at), pointId, libraryId, targetOn, basis, onHold, replanned, stepsShare }
			];
		});
	const current = underwayAt(FORECAST_AFTER);
	const earlier = Array.from({ length: LANDMARKS }, (_, index) =>
		underwayAt(FORECAST_AFTER - (index + 1) * LANDMARK_DAYS)
	).flat();
	const opened = stories.filter(({ openedAt }) => openedAt <= FORECAST_AFTER);
	const candidates = current.map((look): Candidate => ({
		...look,
		municipalityCode: MUNICIPALITY.code,
		outsideLibrary: false
	}));
	const situation: ForecastSituation = {
		...asMadeOn(dayAt(FORECAST_AFTER)),
		candidates,
		earlier,
		openings: opened.map(({ pointId, openedAt }) => ({ pointId, openedOn: dayAt(openedAt) })),
		dropped: [],
		libraries: Array.from({ length: LIBRARIES }, (_, index) => {
			const own = opened.filter(({ libraryId }) => libraryId === index + 1);
			const first = own.map(({ openedAt }) => openedAt).sort((a, b) => a - b)[0];
			return {
				...{ id: index + 1, slug: `bibliotheek-${index + 1}`, name: `Bibliotheek ${index + 1}` },
				provinceCode: MUNICIPALITY.provinceCode,
				appliedOn: null,
				firstOpenedOn: first === undefined ? null : dayAt(first),
				open: own.length > 0
			};
		}),
		municipalities: [MUNICIPALITY],
		provinces: [{ code: MUNICIPALITY.provinceCode, slug: 'groningen', name: 'Groningen' }],
		openLocations: { [MUNICIPALITY.provinceCode]: opened.length },
		withoutPlan: []
	};
	const candidateIds = new Set(candidates.map(({ pointId }) => pointId));
	return {
		situation,
		daysToOpening: new Map(
			stories
				.filter(({ pointId }) => candidateIds.has(pointId))
				.map(({ pointId, openedAt }) => [pointId, openedAt - FORECAST_AFTER])
		)
	};
}
