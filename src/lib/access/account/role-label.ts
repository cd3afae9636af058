import { m } from '#lib/paraglide/messages.js';
import type { Role } from './user.ts';

const LABELS: Record<Role, () => string> = {
	stakeholder: () => m.account_role_stakeholder(),
	advisor: () => m.account_role_advisor(),
	programme_manager: () => m.account_role_programme_manager(),
	admin: () => m.account_role_admin()
};

/** The name of a role in the language of the reader. */
export function roleLabel(role: Role): string {
	return LABELS[role]();
}
