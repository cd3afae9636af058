import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident memory of a process in MB. */
async function residentMemory(pid: number): Promise<number> {
	const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
	return Number(stdout.trim()) / 1024;
}

/** Looks four times a second; `end` gives the most that the process took, in MB. */
export function watchMemory(pid: number): { end(): number } {
	let most = 0;
	const sampler = setInterval(() => {
		residentMemory(pid).then(
			(memory) => (most = Math.max(most, memory)),
			() => undefined
		);
	}, 250);
	return {
		end: () => {
			clearInterval(sampler);
			return most;
		}
	};
}
