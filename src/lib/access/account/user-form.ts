import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { emailAddress } from './credentials.ts';
import { ROLES } from './user.ts';

const MAX_LENGTH = 100;

const text = (missing: () => string) =>
	z
		.string({ error: missing })
		.trim()
		.min(1, { error: missing })
		.max(MAX_LENGTH, { error: () => m.account_text_too_long({ count: MAX_LENGTH }) });

const fields = {
	name: text(() => m.account_name_missing()),
	organisation: text(() => m.account_organisation_missing()),
	role: z.enum(ROLES, { error: () => m.account_role_missing() }),
	/** The id of a POI, or empty. */
	supportInstituteId: z
		.string()
		.regex(/^\d{0,9}$/, { error: () => m.account_support_institute_missing() })
		.default('')
		.transform((id) => (id === '' ? null : Number(id)))
};

interface RoleAndPoi {
	role: string;
	supportInstituteId: number | null;
}

const hasPoiWhenAdvisor = (user: RoleAndPoi) =>
	user.role !== 'advisor' || user.supportInstituteId !== null;

const poiMissing = {
	path: ['supportInstituteId'],
	error: () => m.account_support_institute_missing()
};

/** Only an advisor belongs to a POI; what was chosen for another role is dropped. */
const dropStrayPoi = <T extends RoleAndPoi>(user: T): T =>
	user.role === 'advisor' ? user : { ...user, supportInstituteId: null };

/** What an administrator may change about an account. */
export const userForm = z
	.object(fields)
	.refine(hasPoiWhenAdvisor, poiMissing)
	.transform((user) => dropStrayPoi(user));

/** What an administrator fills in for a new account. */
export const newUserForm = z
	.object({ ...fields, email: emailAddress })
	.refine(hasPoiWhenAdvisor, poiMissing)
	.transform((user) => dropStrayPoi(user));
