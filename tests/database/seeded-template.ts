import type pg from 'pg';
import { connect } from '#lib/server/platform/db/connect.ts';
import { seedAll } from '#seeds/seed.ts';
import { withDatabase } from './address.ts';
import type { TestCluster } from './cluster.ts';

/** One number for the advisory lock under which templates are made. */
const TEMPLATE_LOCK = 4_360_152;

/**
 * The name of the database with reference and demo data of that day. The first test file that asks
 * makes it; the others wait. `admin` may create databases.
 */
export async function ensureSeededTemplate(
	admin: pg.Client,
	cluster: TestCluster,
	demoToday = '2022-01-31'
): Promise<string> {
	const name = `${cluster.template}_seeded_${demoToday.replaceAll('-', '')}`;
	await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
	try {
		const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
		if (rowCount) return name;
		const owner = new URL(cluster.ownerUrl).username;
		const draft = `${name}_draft`;
		await admin.query(`drop database if exists ${draft} with (force)`);
		await admin.query(`create database ${draft} template ${cluster.template} owner "${owner}"`);
		const db = connect(withDatabase(cluster.ownerUrl, draft));
		try {
			await seedAll(db, { demoToday });
		} finally {
			await db.destroy();
		}
		await admin.query(`alter database ${draft} rename to ${name}`);
		return name;
	} finally {
		await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
	}
}
