import { mayReadNote, type LibraryScope } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';

export type NoteVisibility = 'internal' | 'stakeholders';

/** Which notes about this library the reader may see; none for an anonymous visitor. */
export function readableNotes(user: User | undefined, library: LibraryScope): NoteVisibility[] {
	const visibilities: NoteVisibility[] = ['internal', 'stakeholders'];
	return visibilities.filter((noteVisibility) => mayReadNote(user, { noteVisibility }, library));
}
