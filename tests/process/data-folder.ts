import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processState, readPostmasterFile } from '#db/embedded/postmaster-file.ts';
import { startEmbedded } from '#db/embedded.ts';
import { killLeftApps } from './app-process.ts';

/** A data folder of one test, empty at first. */
export interface DataFolder {
	path: string;
	/** Where the embedded server keeps its data. */
	serverData: string;
	/** The process number of the server; undefined when none runs. */
	serverPid(): Promise<number | undefined>;
	/** Ends the apps and the server that may be left, and removes the folder. */
	remove(): Promise<void>;
}

/** Makes a data folder; the caller removes it. */
export async function makeDataFolder(): Promise<DataFolder> {
	const parent = await mkdtemp(join(tmpdir(), 'ido-process-'));
	// Root's server runs under another account, which has to reach the folder.
	await chmod(parent, 0o755);
	const path = join(parent, 'data');
	const serverData = join(path, 'postgresql', 'data');
	return {
		path,
		serverData,
		serverPid: async () => {
			const file = await readPostmasterFile(serverData);
			const running = file && (await processState(file.pid, serverData)) === 'ours';
			return running ? file.pid : undefined;
		},
		remove: async () => {
			await killLeftApps();
			const server = await startEmbedded(path);
			await server.remove();
			await rm(parent, { recursive: true, force: true });
		}
	};
}
