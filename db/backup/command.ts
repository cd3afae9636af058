import { readEnvOrExit } from '#lib/server/platform/env/env.ts';
import type { Finding } from '#lib/server/publish/edition/verify.ts';
import { startEmbedded, type EmbeddedDatabase } from '../embedded.ts';
import { BackupProblem } from './problem.ts';

/** Calls `use` with the embedded server, started when it does not run; 1 is the exit code when it fails. */
export async function withEmbedded(
	use: (server: EmbeddedDatabase, dataDir: string) => Promise<void>
): Promise<void> {
	const env = readEnvOrExit();
	let server: EmbeddedDatabase | undefined;
	try {
		if (env.DATABASE_URL) {
			throw new BackupProblem(
				'This is for the PostgreSQL that comes with the product; use pg_dump for your own.'
			);
		}
		server = await startEmbedded(env.DATA_DIR);
		await use(server, env.DATA_DIR);
	} catch (error) {
		console.error(error instanceof BackupProblem ? error.message : error);
		process.exitCode = 1;
	} finally {
		await server?.stop();
	}
}

/** Prints what was checked; throws when something was wrong. */
export function report(findings: readonly Finding[]): void {
	for (const { ok, text } of findings) console.log(`${ok ? 'right' : 'WRONG'}  ${text}`);
	const mistakes = findings.filter(({ ok }) => !ok).length;
	if (mistakes > 0) throw new BackupProblem(`${mistakes} of ${findings.length} checks failed.`);
}
