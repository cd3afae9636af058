import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureLines } from './run/failures.ts';
import { allSteps, build, journeys, type Lane, type Step, type Workspace } from './run/steps.ts';
import { NOTHING, sumTallies, tallyLine, type Tally } from './run/tally.ts';

/**
 * `npm test`: runs every step, also after one that failed, and ends in the tests that failed and one
 * line `N passed, N failed`.
 * `npm run test:e2e -- FILTERS` runs the journeys only, on a fresh build.
 */
const [only, ...filters] = process.argv.slice(2);
const groups = only === 'e2e' ? [[[build, journeys(filters)]]] : allSteps;

interface Ran {
	name: string;
	tally: Tally;
}

async function runStep(step: Step, workspace: Workspace): Promise<Ran> {
	const { print } = workspace;
	print(`\n── ${step.name}\n`);
	const began = performance.now();
	const tally = await step.run(workspace).catch((error: unknown) => {
		print(`${error instanceof Error ? error.message : String(error)}\n`);
		return { ...NOTHING, failed: 1 };
	});
	const seconds = Math.round((performance.now() - began) / 1000);
	print(`   ${step.name}: ${tallyLine(tally)} (${seconds} s)\n`);
	return { name: step.name, tally };
}

async function runLane(lane: Lane, workspace: Workspace): Promise<Ran[]> {
	const ran: Ran[] = [];
	for (const step of lane) ran.push(await runStep(step, workspace));
	return ran;
}

/** Runs lanes beside each other. The first prints as it goes, the others when it is done. */
async function runGroup(lanes: readonly Lane[], folder: string): Promise<Ran[]> {
	const kept: string[] = [];
	const show = (text: string) => process.stdout.write(text);
	const ran = await Promise.all(
		lanes.map((lane, index) =>
			runLane(lane, { folder, print: index === 0 ? show : (text) => kept.push(text) })
		)
	);
	show(kept.join(''));
	return ran.flat();
}

const folder = await mkdtemp(join(tmpdir(), 'ido-run-'));
// Root's database server runs under another account, which has to reach the folder.
await chmod(folder, 0o755);
const ran: Ran[] = [];
try {
	for (const lanes of groups) ran.push(...(await runGroup(lanes, folder)));
} finally {
	await rm(folder, { recursive: true, force: true });
}
const total = sumTallies(ran.map(({ tally }) => tally));
const failed = ran.filter(({ tally }) => tally.failed > 0);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join('; ')}`);
if (total.failures.length > 0) console.log(failureLines(total.failures));
console.log(`\n${tallyLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
