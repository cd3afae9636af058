import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** The product as a person starts it, in a process of its own. */
export interface AppProcess {
	/** Where it answers, such as http://localhost:40123. */
	url: string;
	pid: number;
	/** Everything it printed so far. */
	output(): string;
	/** Ctrl-C; resolves with the exit code. */
	stop(): Promise<number | null>;
	/** kill -9. */
	kill(): Promise<void>;
}

export interface AppOptions {
	dataDir: string;
	/** 0 (any free port) when absent. */
	port?: number;
	/** More settings; an empty value counts as not set. */
	env?: Record<string, string>;
}

const running = new Set<ChildProcess>();

/** What `npm start` gives node: what keeps its memory small, and the program. */
const START = readStart();

function readStart(): { env: Record<string, string>; args: string[] } {
	const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
	const { scripts } = JSON.parse(file) as { scripts: Record<string, string> };
	const [, settings, args] = /^exec env (.+) node (.+)$/.exec(scripts.start ?? '') ?? [];
	if (!settings || !args) throw new Error('npm start is not "exec env NAME=value … node …"');
	const env = settings.split(' ').map((setting) => setting.split('=') as [string, string]);
	return { env: Object.fromEntries(env), args: args.split(' ') };
}

/** Ends the apps that a failed test left running. For `afterAll`. */
export async function killLeftApps(): Promise<void> {
	for (const child of running) child.kill('SIGKILL');
	await Promise.all([...running].map((child) => once(child, 'exit')));
}

/** Starts the app as `npm start` does and waits for its welcome; throws with its output when it ends instead. */
export async function startApp({ dataDir, port = 0, env = {} }: AppOptions): Promise<AppProcess> {
	const child = spawn(process.execPath, START.args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			...START.env,
			// Vitest sets it for tests; the app runs as it does elsewhere.
			NODE_ENV: '',
			DATABASE_URL: '',
			DATA_DIR: dataDir,
			PORT: String(port),
			...env
		}
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	let output = '';
	const exited = once(child, 'exit');
	const url = await new Promise<string>((resolve, reject) => {
		const read = (chunk: Buffer) => {
			output += chunk.toString();
			const welcome = /runs on (http:\S+)/.exec(output);
			if (welcome?.[1]) resolve(welcome[1]);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`the app ended instead of starting:\n${output}`)));
	});
	return {
		url,
		pid: child.pid ?? 0,
		output: () => output,
		stop: async () => {
			child.kill('SIGINT');
			await exited;
			return child.exitCode;
		},
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		}
	};
}
