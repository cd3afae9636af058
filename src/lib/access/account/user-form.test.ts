import { describe, expect, it } from 'vitest';
import { newUserForm, userForm } from './user-form.ts';

const filled = {
	name: ' Sanne ',
	organisation: 'Rijnbrink',
	role: 'advisor',
	supportInstituteId: '4'
};

/** The fields that the form of a changed account complains about. */
function wrongFields(change: Record<string, string | undefined>): string[] {
	const { error } = userForm.safeParse({ ...filled, ...change });
	return (error?.issues ?? []).map((issue) => issue.path.join('.'));
}

describe('the form of an account', () => {
	it('reads an advisor with her POI', () => {
		expect(userForm.parse(filled)).toEqual({ ...filled, name: 'Sanne', supportInstituteId: 4 });
	});

	it('drops the POI of every other role', () => {
		expect(userForm.parse({ ...filled, role: 'admin' }).supportInstituteId).toBeNull();
	});

	it.each([
		['an advisor without a POI', { supportInstituteId: '' }, 'supportInstituteId'],
		[
			'an advisor from a form without POIs',
			{ supportInstituteId: undefined },
			'supportInstituteId'
		],
		['a POI that is no number', { supportInstituteId: '1 or 1=1' }, 'supportInstituteId'],
		['no name', { name: ' ' }, 'name'],
		['a role that does not exist', { role: 'boss' }, 'role'],
		['no organisation', { organisation: '' }, 'organisation']
	])('refuses %s', (_what, change, field) => {
		expect(wrongFields(change)).toEqual([field]);
	});

	it('keeps the e-mail address in lower case, and refuses what is none', () => {
		expect(newUserForm.parse({ ...filled, email: 'Sanne@Example.NL ' }).email).toBe(
			'sanne@example.nl'
		);
		expect(newUserForm.safeParse({ ...filled, email: 'sanne' }).success).toBe(false);
	});
});
