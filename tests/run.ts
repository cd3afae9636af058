import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSteps, build, journeys, type Step } from './run/steps.ts';
import { NOTHING, sumTallies, tallyLine, type Tally } from './run/tally.ts';

/**
 * `npm test`: runs every step, also after one that failed, and ends in one line `N passed, N failed`.
 * `npm run test:e2e -- FILTERS` runs the journeys only, on a fresh build.
 */
const [only, ...filters] = process.argv.slice(2);
const steps = only === 'e2e' ? [build, journeys(filters)] : allSteps;

async function runStep(step: Step, folder: string): Promise<Tally> {
	console.log(`\n── ${step.name}`);
	const began = performance.now();
	const tally = await step.run({ folder }).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		return { ...NOTHING, failed: 1 };
	});
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(`   ${step.name}: ${tallyLine(tally)} (${seconds} s)`);
	return tally;
}

const folder = await mkdtemp(join(tmpdir(), 'ido-run-'));
// Root's database server runs under another account, which has to reach the folder.
await chmod(folder, 0o755);
const tallies: Tally[] = [];
try {
	for (const step of steps) tallies.push(await runStep(step, folder));
} finally {
	await rm(folder, { recursive: true, force: true });
}
const total = sumTallies(tallies);
const failed = steps.filter((_, index) => (tallies[index]?.failed ?? 0) > 0);
if (failed.length > 0) console.log(`\nFailed: ${failed.map((step) => step.name).join('; ')}`);
console.log(`\n${tallyLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
