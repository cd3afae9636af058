import { mayEditLibrary, type LibraryScope } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';

/** Whether this user may take an entry back: its author herself, or the programme manager. */
export function mayUndo(
	user: User | undefined,
	entry: { recordedBy: string },
	library: LibraryScope
): boolean {
	if (!user || !mayEditLibrary(user, library)) return false;
	return user.role === 'programme_manager' || entry.recordedBy === user.id;
}
