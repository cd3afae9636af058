import type { User } from './user.ts';

/** The part of a library that decides who may write for it. */
export interface LibraryScope {
	/** The POI that advises this library. */
	supportInstituteId: number;
}

/** Libraries by their POI: of one, of several, or all (null). */
export type InstituteScope = number | readonly number[] | null;

/** The POIs of a scope; null for all. */
export const institutesIn = (scope: InstituteScope): number[] | null =>
	scope === null ? null : [scope].flat();

/** The POIs whose libraries this user works for: an advisor for her own and those she took over; null for all. */
export function institutesOf({
	role,
	supportInstituteId,
	coveredInstituteIds = []
}: Pick<User, 'role' | 'supportInstituteId' | 'coveredInstituteIds'>): number[] | null {
	if (role === 'programme_manager') return null;
	// No POI has number 0: who has none works for nothing.
	return [supportInstituteId ?? 0, ...coveredInstituteIds];
}

/** The part of a note that decides who may read it. */
export interface NoteScope {
	noteVisibility: string;
}

/**
 * Whether this user may record facts and plans of this library and its information points: an
 * advisor for the libraries of her POI, the programme manager for all.
 */
export function mayEditLibrary(user: User | undefined, library: LibraryScope): boolean {
	if (!user) return false;
	if (user.role === 'programme_manager') return true;
	return (
		user.role === 'advisor' && (institutesOf(user)?.includes(library.supportInstituteId) ?? false)
	);
}

/**
 * Whether this user may read a note about this library: KB and the POI always, stakeholders when
 * the note is marked so, nobody else.
 */
export function mayReadNote(
	user: User | undefined,
	note: NoteScope,
	library: LibraryScope
): boolean {
	if (mayEditLibrary(user, library)) return true;
	return user?.role === 'stakeholder' && note.noteVisibility === 'stakeholders';
}

/** Whether this user may change the list of reasons. */
export function mayManageReasons(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may freeze a quarter. */
export function mayFreezeQuarters(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may lock a quarter for entry, and make exceptions. */
export function mayLockQuarters(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may ask a second look at openings, and give it. */
export function mayLookAgain(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may add to the timeline of the programme, and put it right. */
export function mayKeepTimeline(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may import registered questions, and so say what was asked where. */
export function mayImportQuestions(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may make, change and deactivate accounts. */
export function mayManageUsers(user: User | undefined): boolean {
	return user?.role === 'admin';
}

/** Whether this user may ask advisers about records, and see how questions stand. */
export function mayInquire(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may set thresholds, and see when each adviser last recorded something. */
export function maySetThresholds(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/** Whether this user may make new versions of the templates. */
export function mayEditTemplates(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}

/**
 * Whether this user may record something of the subsidy of this library: the programme manager
 * everything, an advisor that a library of her POI applied.
 */
export function mayRecordGrant(
	user: User | undefined,
	kind: string,
	library: LibraryScope
): boolean {
	if (user?.role === 'programme_manager') return true;
	return kind === 'application' && mayEditLibrary(user, library);
}

/** Whether there is anything of subsidies that this user may record. */
export function mayKeepGrants(user: User | undefined): boolean {
	return user?.role === 'programme_manager' || user?.role === 'advisor';
}

/** Whether this user may read the log of all writes: an advisor what is about libraries of her POI. */
export function mayReadLog(user: User | undefined): boolean {
	return user !== undefined && user.role !== 'stakeholder';
}

/** Whether this user may see what is the matter with the data, and say whether a source still answers. */
export function mayKeepQuality(user: User | undefined): boolean {
	return user?.role === 'programme_manager';
}
