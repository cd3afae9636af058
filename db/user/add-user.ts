import { parseArgs } from 'node:util';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Kysely } from 'kysely';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/access/account/password.ts';
import { ROLES } from '#lib/access/account/user.ts';
import { isCommonPassword } from '#lib/server/access/account/common-password.ts';
import { findUserIdByEmail, listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import { insertUserEntry } from '#lib/server/access/account/user-entry.ts';
import { insertUser } from '#lib/server/access/account/users.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { withOwnerDb } from '../owner.ts';
import { askHidden } from './ask-hidden.ts';

const USAGE = `Use: npm run user -- add --email ADDRESS --name NAME --role ROLE --organisation NAME [--poi SLUG]
  ROLE: ${ROLES.join(', ')}; an advisor needs --poi.
  The password is asked, or read from USER_PASSWORD.`;

const options = z
	.object({
		email: z.email().toLowerCase(),
		name: z.string().trim().min(1),
		role: z.enum(ROLES),
		organisation: z.string().trim().min(1),
		poi: z.string().optional()
	})
	.refine(({ role, poi }) => (role === 'advisor') === (poi !== undefined), {
		path: ['poi'],
		message: 'is needed for an advisor, and only for an advisor'
	});

export type UserOptions = z.infer<typeof options>;

/** The account that the words after `npm run user --` ask for, or what is wrong with them. */
export function readUserOptions(args: string[]): UserOptions | { problem: string } {
	const text = { type: 'string' } as const;
	const names = { email: text, name: text, role: text, organisation: text, poi: text };
	try {
		const { values, positionals } = parseArgs({ args, options: names, allowPositionals: true });
		if (positionals.join() !== 'add') return { problem: USAGE };
		const parsed = options.safeParse(values);
		if (parsed.success) return parsed.data;
		const lines = parsed.error.issues.map(({ path, message }) => `--${path.join()} ${message}`);
		return { problem: [...lines, USAGE].join('\n') };
	} catch (error) {
		return { problem: `${error instanceof Error ? error.message : String(error)}\n${USAGE}` };
	}
}

/** Who has the machine itself, and so needs no account. */
const TERMINAL = { id: 'terminal', organisation: 'npm run user' };

/** Makes the account; answers a sentence about what is wrong, if anything. */
export async function addUserTo(
	db: Kysely<DB>,
	user: UserOptions,
	password: string
): Promise<string | undefined> {
	if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
		return `The password must have ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters.`;
	}
	if (await isCommonPassword(password)) {
		return 'This password is easy to guess: strangers try it first. Choose another.';
	}
	if (await findUserIdByEmail(db, user.email)) return `${user.email} has an account already.`;
	const institutes = await listSupportInstitutes(db);
	const poi = institutes.find(({ slug }) => slug === user.poi);
	if (user.poi && !poi) {
		return `There is no POI ${user.poi}; there are: ${institutes.map(({ slug }) => slug).join(', ')}.`;
	}
	const { email, name, role, organisation } = user;
	const account = { email, name, role, organisation, supportInstituteId: poi?.id ?? null };
	const hash = await hashPassword(password);
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const userId = await insertUser(trx, account, hash);
		await insertUserEntry(trx, TERMINAL, recordedAt, { ...account, userId, kind: 'made' });
	});
	return undefined;
}

/** `npm run user -- add …`; answers the exit code. */
export async function addUserFromTerminal(args: string[]): Promise<number> {
	const user = readUserOptions(args);
	if ('problem' in user) {
		console.error(user.problem);
		return 1;
	}
	return withOwnerDb(async (db) => {
		const password = process.env.USER_PASSWORD ?? (await askHidden(`Password for ${user.email}: `));
		const problem = await addUserTo(db, user, password);
		if (problem) console.error(problem);
		else console.log(`${user.email} can sign in as ${user.role}.`);
		return problem ? 1 : 0;
	});
}
