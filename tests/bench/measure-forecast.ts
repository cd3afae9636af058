import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import { RUNS } from '#lib/figures/forecast/forecast.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { Simulator } from '#lib/server/figures/forecast/simulator.ts';
import { median, round, time, type Figure } from './bar.ts';

const TURNS = 5;
const BAR_SECONDS = 2;
const TODAY = '2022-01-31';

/** The forecast of the country in its worker: all runs, with every quantile of every table. */
export async function measureForecast(url: string): Promise<Figure[]> {
	const db = connect(url, { poolSize: 4 });
	const simulator = new Simulator();
	try {
		const situation = await readSituation(db, asMadeOn(TODAY));
		const reading = await time(() => readSituation(db, asMadeOn(TODAY)));
		const seconds: number[] = [];
		const processor: number[] = [];
		for (let turn = 0; turn < TURNS; turn++) {
			const { tookMs, cpuMs } = await simulator.run(situation);
			seconds.push(tookMs / 1000);
			processor.push(cpuMs / 1000);
		}
		return [
			{
				what: `forecast of the country, ${RUNS.toLocaleString('en')} runs in the worker`,
				measured: median(seconds),
				bar: BAR_SECONDS,
				unit: 's',
				beside: `${situation.candidates.length} points; processor time ${round(median(processor))} s; reading what it needs: ${round(reading)} ms`
			}
		];
	} finally {
		await simulator.stop();
		await db.destroy();
	}
}
