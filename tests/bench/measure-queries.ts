import { connect } from '#lib/server/platform/db/connect.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { listMilestoneProgress } from '#lib/server/network/standing/milestone-progress.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import type { Kysely } from 'kysely';
import { median, round, time, type Figure } from './bar.ts';
import { randomDates } from './random-days.ts';

const PAIRS = 6;
const TURNS = 9;

const QUESTIONS: Record<string, (db: Kysely<DB>, where: Where) => Promise<unknown>> = {
	'status per municipality': (db, where) =>
		listMunicipalityStandings(db, where, { libraries: false, milestones: false }),
	'headline figures': readHeadline,
	'milestones done per library': listMilestoneProgress
};

/** The three hot questions for random D and K; of each pair of days the median, of the pairs the worst. */
export async function measureQueries(url: string, size: string, bar: number): Promise<Figure[]> {
	const db = connect(url, { poolSize: 4 });
	const figures: Figure[] = [];
	try {
		for (const [name, ask] of Object.entries(QUESTIONS)) {
			const medians: number[] = [];
			for (const asOf of randomDates(PAIRS)) {
				const where = { asOf, today: '2022-01-31', filters: NO_FILTERS };
				await ask(db, where);
				const times: number[] = [];
				for (let turn = 0; turn < TURNS; turn++) times.push(await time(() => ask(db, where)));
				medians.push(median(times));
			}
			figures.push({
				what: `${name}, ${size}`,
				measured: Math.max(...medians),
				bar,
				unit: 'ms',
				beside: `best pair of days: ${round(Math.min(...medians))} ms`
			});
		}
	} finally {
		await db.destroy();
	}
	return figures;
}
