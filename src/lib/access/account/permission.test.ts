import { describe, expect, it } from 'vitest';
import { mayEditLibrary, mayManageReasons, mayManageUsers, mayReadNote } from './permission.ts';
import type { Role, User } from './user.ts';

const RIJNBRINK = 1;
const ZB = 2;

function user(role: Role, supportInstituteId: number | null = null): User {
	return {
		id: role,
		name: role,
		email: `${role}@example.nl`,
		role,
		supportInstituteId,
		organisation: 'X'
	};
}

const libraryOfRijnbrink = { supportInstituteId: RIJNBRINK };
const libraryOfZb = { supportInstituteId: ZB };
const internal = { noteVisibility: 'internal' };
const forStakeholders = { noteVisibility: 'stakeholders' };

const nobody = undefined;
const stakeholder = user('stakeholder');
const advisor = user('advisor', RIJNBRINK);
const programmeManager = user('programme_manager');
const admin = user('admin');

describe('who may write for a library', () => {
	it.each([
		['an anonymous visitor', nobody, false],
		['a stakeholder', stakeholder, false],
		['an advisor of its POI', advisor, true],
		['an advisor of another POI', user('advisor', ZB), false],
		['an advisor without a POI', user('advisor'), false],
		['a programme manager', programmeManager, true],
		['an administrator', admin, false],
		['a stakeholder with a stray POI', user('stakeholder', RIJNBRINK), false]
	])('%s', (_who, someone, expected) => {
		expect(mayEditLibrary(someone, libraryOfRijnbrink)).toBe(expected);
	});

	it('ZB, which is a library and a POI, edits its own library', () => {
		expect(mayEditLibrary(user('advisor', ZB), libraryOfZb)).toBe(true);
	});
});

describe('who may read a note', () => {
	it.each([
		['an anonymous visitor', nobody, false, false],
		['a stakeholder', stakeholder, false, true],
		['an advisor of its POI', advisor, true, true],
		['an advisor of another POI', user('advisor', ZB), false, false],
		['a programme manager', programmeManager, true, true],
		['an administrator', admin, false, false]
	])('%s', (_who, someone, mayReadInternal, mayReadMarked) => {
		expect(mayReadNote(someone, internal, libraryOfRijnbrink)).toBe(mayReadInternal);
		expect(mayReadNote(someone, forStakeholders, libraryOfRijnbrink)).toBe(mayReadMarked);
	});
});

describe('who manages what', () => {
	it.each([
		['an anonymous visitor', nobody, false, false],
		['a stakeholder', stakeholder, false, false],
		['an advisor', advisor, false, false],
		['a programme manager', programmeManager, true, false],
		['an administrator', admin, false, true]
	])('%s', (_who, someone, reasons, users) => {
		expect(mayManageReasons(someone)).toBe(reasons);
		expect(mayManageUsers(someone)).toBe(users);
	});
});
