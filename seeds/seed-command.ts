import { migrateToLatest } from '#db/migrate.ts';
import { withOwnerDb } from '#db/owner.ts';
import { ensureAppRole } from '#db/roles.ts';
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
	await withOwnerDb(async (db, env) => {
		await migrateToLatest(db);
		await ensureAppRole(db);
		const startedAt = performance.now();
		const log = (line: string) => console.log(line);
		const seeded =
			what === 'reference'
				? await seeds.reference(db, { log })
				: await seeds.all(db, { demoToday: env.DEMO_TODAY, log });
		if (seeded) console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
	});
}
