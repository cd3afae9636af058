import { z } from 'zod';
import { readSigningKey } from './signing-key.ts';

/** An optional text; an empty value in the environment counts as not set. */
const postgresUrl = z
	.string()
	.regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgres://user:password@host:5432/database');

const httpOrigin = z.string().regex(/^https?:\/\/[^/\s]+$/, {
	message: 'must be a public address without a path, such as https://ido.example.nl'
});

const httpUrl = z.string().regex(/^https?:\/\/\S+$/, 'must be an http or https address');

/** Of a tile layer in Web Mercator, as PDOK has: `https://tiles.example.nl/{z}/{x}/{y}.png`. */
const tileUrl = httpUrl.refine(
	(text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)) && URL.canParse(text),
	'must have {z}, {x} and {y} in it'
);

const smtpUrl = z
	.string()
	.refine(
		(text) => /^smtps?:\/\/\S+$/.test(text) && Boolean(URL.parse(text)?.hostname),
		'must look like smtp://user:password@mail.example.nl:587 or smtps://…'
	);

/** `beheer@example.nl` or `Rolloutmonitor <beheer@example.nl>`. */
const sender = z.string().refine((text) => {
	const address = /^[^<>"\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
	return z.email().safeParse(address).success;
}, 'must be an e-mail address, or a name with one: Rolloutmonitor <beheer@example.nl>');

/** Where somebody can be reached. */
const contactAddress = z
	.string()
	.regex(
		/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/,
		'must look like mailto:security@example.nl, https://… or tel:+31…'
	);

const wholeNumber = (minimum: number, maximum: number) => {
	const message = `must be a whole number from ${minimum} to ${maximum}`;
	return z
		.string()
		.regex(/^\d{1,9}$/, message)
		.transform(Number)
		.refine((value) => value >= minimum && value <= maximum, message);
};

const demoDay = z
	.string()
	.refine(
		(day) => z.iso.date().safeParse(day).success && day >= '2019-01-01' && day <= '2022-12-31',
		'must be a day from 2019-01-01 to 2022-12-31'
	);

/** Every setting there is. `.env.example` lists the same names; a test keeps the two equal. */
export const settings = z.object({
	DATABASE_URL: postgresUrl.optional(),
	MIGRATION_DATABASE_URL: postgresUrl.optional(),
	DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
	DATA_DIR: z.string().default('.data'),
	HOST: z.string().optional(),
	PORT: wholeNumber(0, 65535).default(3000),
	ORIGIN: httpOrigin.optional(),
	ADDRESS_HEADER: z
		.string()
		.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header, such as x-forwarded-for')
		.optional(),
	XFF_DEPTH: wholeNumber(1, 20).default(1),
	AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
	EDITION_KEY: z
		.string()
		.refine(
			(key) => readSigningKey(key) !== undefined,
			'must be an Ed25519 private key: PKCS #8 DER in base64, on one line'
		)
		.optional(),
	ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
	ALLOW_DEMO_ACCOUNTS: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
	DEMO_TODAY: demoDay.default('2022-01-31'),
	SMTP_URL: smtpUrl.optional(),
	MAIL_FROM: sender.optional(),
	LOG_LEVEL: z
		.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
			error: 'must be one of fatal, error, warn, info, debug, trace, silent'
		})
		.default('info'),
	CONTACT: contactAddress.optional(),
	SECURITY_CONTACT: contactAddress.optional(),
	TILE_URL: tileUrl.optional(),
	TILE_ATTRIBUTION: z.string().trim().max(200, 'must be at most 200 characters').optional()
});

/** Settings that mean nothing without another. */
const TOGETHER = [
	['MIGRATION_DATABASE_URL', 'DATABASE_URL'],
	['SMTP_URL', 'MAIL_FROM'],
	['MAIL_FROM', 'SMTP_URL'],
	// The address in a mail must not be what a stranger writes in the header of a request.
	['SMTP_URL', 'ORIGIN'],
	// Whoever shows a map of somebody else says whose it is.
	['TILE_URL', 'TILE_ATTRIBUTION'],
	['TILE_ATTRIBUTION', 'TILE_URL']
] as const;

export type Env = z.infer<typeof settings>;

/** Says everything that is wrong with the settings, one line per setting. */
export class InvalidSettings extends Error {
	readonly problems: string[];

	constructor(problems: string[]) {
		super(['These settings are not right:', ...problems.map((line) => `  - ${line}`)].join('\n'));
		this.name = 'InvalidSettings';
		this.problems = problems;
	}
}

/**
 * Reads and checks all settings; an empty value counts as not set.
 * Throws {@link InvalidSettings} with every problem at once, without repeating secret values.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
	const given = Object.fromEntries(
		Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== '')
	);
	const parsed = settings.safeParse(given);
	const problems = parsed.success
		? []
		: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
	for (const [name, needed] of TOGETHER) {
		if (given[name] && !given[needed]) problems.push(`${name} needs ${needed} to be set as well`);
	}
	if (!parsed.success || problems.length > 0) throw new InvalidSettings(problems);
	return parsed.data;
}

/** As {@link readEnv}, for the start of a process: reads `.env` first, and exits with code 1 on a mistake. */
export function readEnvOrExit(): Env {
	try {
		process.loadEnvFile();
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
	try {
		return readEnv();
	} catch (error) {
		if (!(error instanceof InvalidSettings)) throw error;
		console.error(`${error.message}\nCorrect them in the environment or in the file .env.`);
		process.exit(1);
	}
}
