import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { ensureAppRole } from '#db/roles.ts';
import { connect } from '#lib/server/db/connect.ts';
import { readEnvOrExit } from '#lib/server/env.ts';
import type { seedAll, seedReference } from './seed.ts';

const USAGE = 'Use: npm run seed, or npm run seed -- reference for the facts without demo data.';

interface Seeds {
	all: typeof seedAll;
	reference: typeof seedReference;
}

/** `npm run seed [-- reference]`: migrates and fills the database of the settings, when it is empty. */
export async function runSeedCommand(args: string[], seeds: Seeds): Promise<void> {
	const what = args[0] ?? 'all';
	if (args.length > 1 || !['all', 'reference'].includes(what)) {
		console.error(USAGE);
		process.exitCode = 1;
		return;
	}
	const env = readEnvOrExit();
	const embedded = env.DATABASE_URL ? undefined : await startEmbedded(env.DATA_DIR);
	const url = embedded?.ownerUrl ?? env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL ?? '';
	const db = connect(url, { poolSize: 1 });
	try {
		await migrateToLatest(db);
		await ensureAppRole(db);
		const startedAt = performance.now();
		const log = (line: string) => console.log(line);
		const seeded =
			what === 'reference'
				? await seeds.reference(db, { log })
				: await seeds.all(db, { demoToday: env.DEMO_TODAY, log });
		if (seeded) console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
	} finally {
		await db.destroy();
		await embedded?.stop();
	}
}
