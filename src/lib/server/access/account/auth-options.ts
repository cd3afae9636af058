import type { BetterAuthOptions } from 'better-auth';
import { ROLES } from '#lib/access/account/user.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/access/account/password.ts';

const DAY = 24 * 60 * 60;

/**
 * What decides the tables of better-auth and how it behaves, apart from the database and the
 * secret. After a change here the test "the tables of better-auth" says which migration is missing.
 *
 * The seam for OIDC and a second factor: add the plugins `genericOAuth` and `twoFactor` here, a
 * migration for their tables, and a route for the callback (docs/decisions/0007-sign-in.md).
 */
export const authOptions = {
	appName: 'Rolloutmonitor Informatiepunten Digitale Overheid',
	basePath: '/api/auth',
	emailAndPassword: {
		enabled: true,
		// Accounts are made by an administrator, never by a visitor.
		disableSignUp: true,
		minPasswordLength: MIN_PASSWORD_LENGTH,
		maxPasswordLength: MAX_PASSWORD_LENGTH
	},
	user: {
		modelName: 'appUser',
		additionalFields: {
			role: { type: [...ROLES], required: true, input: false },
			supportInstituteId: { type: 'number', required: false, input: false },
			organisation: { type: 'string', required: true, input: false },
			active: { type: 'boolean', required: true, input: false, defaultValue: true },
			demo: { type: 'boolean', required: true, input: false, defaultValue: false }
		}
	},
	// Read from the database at each request (no cookie cache), so that a revoked session ends at once.
	session: { modelName: 'appSession', expiresIn: 7 * DAY, updateAge: DAY },
	account: { modelName: 'appAccount' },
	verification: { modelName: 'appVerification' },
	rateLimit: {
		enabled: true,
		storage: 'database',
		modelName: 'appRateLimit',
		window: 60,
		max: 100,
		// Wrong passwords are counted by sign-in-limit.ts, per e-mail address too, which this cannot do.
		customRules: { '/sign-in/email': false }
	},
	advanced: {
		cookiePrefix: 'ido',
		database: { generateId: () => crypto.randomUUID() },
		// Set by us on each request that we hand to better-auth; it is never reached from outside.
		ipAddress: { ipAddressHeaders: ['x-client-address'] }
	},
	telemetry: { enabled: false }
} satisfies BetterAuthOptions;
