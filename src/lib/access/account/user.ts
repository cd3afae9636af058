/** The roles of design: a stakeholder reads more than the public, an advisor writes for her POI. */
export const ROLES = ['stakeholder', 'advisor', 'programme_manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in user, as the server knows her for the length of one request. */
export interface User {
	id: string;
	name: string;
	email: string;
	role: Role;
	/** The POI whose libraries an advisor may write for; null for the other roles. */
	supportInstituteId: number | null;
	/** POIs for whose libraries an advisor works too, because a colleague left. */
	coveredInstituteIds?: readonly number[];
	/** Shown in public beside what she records: "Rijnbrink", "KB". */
	organisation: string;
}

/** What the header of each page shows of the user. */
export type MenuUser = Pick<User, 'name' | 'role' | 'organisation'>;

/** Whether a text from the database or a form is a role. */
export function isRole(text: string): text is Role {
	return ROLES.some((role) => role === text);
}
