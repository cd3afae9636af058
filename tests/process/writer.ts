import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { connect } from '#lib/server/platform/db/connect.ts';

/** A process that writes to the ledger of a data folder until it is killed. */
export interface Writer {
	/** The ids of the events that the database acknowledged. */
	acknowledged: number[];
	/** Resolves when this many more events are acknowledged. */
	progress(more: number): Promise<void>;
	/** kill -9. */
	kill(): Promise<void>;
}

/** Starts a writer on a running or stopped database; its folder must have been seeded. */
export function startWriter(dataDir: string): Writer {
	const child = spawn(process.execPath, ['tests/process/write-forever.ts', dataDir], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	// A failed test leaves no writer behind.
	const endWithTest = () => child.kill('SIGKILL');
	process.once('exit', endWithTest);
	child.once('exit', () => process.off('exit', endWithTest));
	const acknowledged: number[] = [];
	const lines = createInterface({ input: child.stdout });
	const finished = Promise.all([once(child, 'exit'), once(lines, 'close')]);
	lines.on('line', (line) => acknowledged.push(Number(line)));
	return {
		acknowledged,
		progress: (more) => {
			const count = acknowledged.length + more;
			return new Promise((resolve, reject) => {
				const look = () => {
					if (acknowledged.length < count) return;
					lines.off('line', look);
					resolve();
				};
				lines.on('line', look);
				lines.once('close', () => reject(new Error('the writer ended')));
			});
		},
		kill: async () => {
			child.kill('SIGKILL');
			await finished;
		}
	};
}

/** The acknowledged events that the ledger or its projection does not have: none, when all is well. */
export async function findLost(url: string, acknowledged: number[]): Promise<number[]> {
	const db = connect(url, { poolSize: 1 });
	try {
		const events = await db
			.selectFrom('event')
			.where('recordedBy', '=', 'writer')
			.select('id')
			.execute();
		// The projection keeps the last event of each library, and so the very last one of all.
		const projected = await db
			.selectFrom('milestoneState')
			.select((eb) => eb.fn.max('eventId').as('id'))
			.executeTakeFirst();
		const ids = new Set(events.map(({ id }) => id));
		return acknowledged.filter((id) => !ids.has(id) || id > (projected?.id ?? 0));
	} finally {
		await db.destroy();
	}
}
