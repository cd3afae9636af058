import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { Role } from '#lib/access/account/user.ts';
import { demoAuthorId } from '#lib/access/account/demo-author.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertUser } from './users.ts';

/** An account that comes with the demo data; everybody may know its password. */
export interface DemoAccount {
	/** The author of the demo story, so that what it recorded is this user's own. */
	id: string;
	name: string;
	email: string;
	role: Role;
	organisation: string;
	/** The slug of the POI of an advisor. */
	supportInstitute?: string;
}

/** The password of every demo account. */
export const DEMO_PASSWORD = 'informatiepunt-2022';

/** The POIs (seeds/reference) and their names: each has one adviser. */
const SUPPORT_INSTITUTES = {
	'biblionet-drenthe': 'Biblionet Drenthe',
	'biblionet-groningen': 'Biblionet Groningen',
	bisc: 'BiSC',
	cubiss: 'Cubiss',
	fers: 'Fers',
	flevoland: 'POI Flevoland',
	probiblio: 'Probiblio',
	rijnbrink: 'Rijnbrink',
	zb: 'ZB'
};

/** One account for each role, and an adviser for each POI. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
	{
		id: demoAuthorId('kb'),
		name: 'Programmamanager KB',
		email: 'programmamanager@voorbeeld.nl',
		role: 'programme_manager',
		organisation: 'KB'
	},
	{
		id: demoAuthorId('bzk'),
		name: 'Belanghebbende BZK',
		email: 'belanghebbende@voorbeeld.nl',
		role: 'stakeholder',
		organisation: 'BZK'
	},
	...Object.entries(SUPPORT_INSTITUTES).map(([slug, name]): DemoAccount => ({
		id: demoAuthorId(slug),
		name: `Adviseur ${name}`,
		email: `adviseur.${slug}@voorbeeld.nl`,
		role: 'advisor',
		organisation: name,
		supportInstitute: slug
	})),
	{
		id: demoAuthorId('beheerder'),
		name: 'Beheerder',
		email: 'beheerder@voorbeeld.nl',
		role: 'admin',
		organisation: 'KB'
	}
];

/**
 * Makes the demo accounts that are not there yet; part of seeding the demo data. Throws when a POI
 * of the list is not in the database.
 */
export async function createDemoAccounts(db: Kysely<DB>): Promise<void> {
	const [institutes, users] = await Promise.all([
		db.selectFrom('supportInstitute').select(['id', 'slug']).execute(),
		db.selectFrom('appUser').select('email').execute()
	]);
	const known = new Set(users.map(({ email }) => email));
	const missing = DEMO_ACCOUNTS.filter(({ email }) => !known.has(email));
	if (missing.length === 0) return;
	// The password is public, so one hash for all is no loss, and saves ten times its cost.
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	for (const { id, supportInstitute, ...account } of missing) {
		const institute = institutes.find(({ slug }) => slug === supportInstitute);
		if (supportInstitute && !institute) throw new Error(`there is no POI ${supportInstitute}`);
		const supportInstituteId = institute?.id ?? null;
		await insertUser(db, { ...account, supportInstituteId, demo: true }, passwordHash, id);
	}
}

/** The demo accounts as lines for the terminal; none when there are no demo data. */
export async function describeDemoAccounts(db: Kysely<DB>): Promise<string[]> {
	const accounts = await db
		.selectFrom('appUser')
		.innerJoin('installation', (join) => join.onTrue())
		.select(['email', 'name'])
		.where('demo', '=', true)
		.where('active', '=', true)
		.where('demoData', '=', true)
		.execute();
	if (accounts.length === 0) return [];
	const order = DEMO_ACCOUNTS.map(({ email }) => email);
	const sorted = accounts.toSorted((a, b) => order.indexOf(a.email) - order.indexOf(b.email));
	const width = Math.max(...sorted.map(({ email }) => email.length));
	const lines = sorted.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`);
	return [`Demo accounts, all with the password ${DEMO_PASSWORD}:`, ...lines];
}
