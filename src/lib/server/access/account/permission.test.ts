import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ROLES, type Role, type User } from '#lib/access/account/user.ts';
import { logAction } from '#lib/server/platform/log/log.ts';
import {
	requireQuarterFreezer,
	requireReasonManager,
	requireRole,
	requireUser,
	requireUserManager,
	requireWriteAccess
} from './permission.ts';

vi.mock('#lib/server/platform/log/log.ts', () => ({ logAction: vi.fn() }));
beforeEach(() => vi.mocked(logAction).mockClear());

const RIJNBRINK = 4;
const CUBISS = 9;
const library = { id: 7, supportInstituteId: RIJNBRINK };

const visit = {
	path: '/bibliotheken/x/bijwerken',
	route: '/bibliotheken/[slug]/bijwerken',
	method: 'POST',
	address: '192.0.2.1'
};

function localsOf(role: Role | undefined, supportInstituteId: number | null = null): App.Locals {
	if (!role) return { visit };
	const user: User = {
		id: `id-of-${role}`,
		name: role,
		email: 'x@example.nl',
		role,
		supportInstituteId,
		organisation: 'X'
	};
	return { visit, user };
}

/** `passes`, or the status and target or sentence of what it throws. */
function outcome(check: () => unknown): string {
	try {
		check();
		return 'passes';
	} catch (thrown) {
		if (isRedirect(thrown)) return `${thrown.status} ${thrown.location}`;
		if (isHttpError(thrown)) return String(thrown.status);
		throw thrown;
	}
}

const checks: [string, (locals: App.Locals) => User, Role[]][] = [
	['requireUser', requireUser, [...ROLES]],
	[
		'requireRole of two',
		(locals) => requireRole(locals, 'stakeholder', 'admin'),
		['stakeholder', 'admin']
	],
	['requireReasonManager', requireReasonManager, ['programme_manager']],
	['requireQuarterFreezer', requireQuarterFreezer, ['programme_manager']],
	['requireUserManager', requireUserManager, ['admin']],
	['requireWriteAccess', (locals) => requireWriteAccess(locals, library), ['programme_manager']]
];

describe.each(checks)('%s', (_name, check, allowed) => {
	it.each([
		['GET', '303 /inloggen?terug=%2Fbibliotheken%2Fx%2Fbijwerken'],
		// Back to the form with what she typed.
		['POST', '303 /inloggen?terug=%2Fbibliotheken%2Fx%2Fbijwerken%3Fconcept%3D1']
	])('sends an anonymous visitor (%s) to the sign-in page and back', (method, expected) => {
		const locals: App.Locals = { visit: { ...visit, method } };
		expect(outcome(() => check(locals))).toBe(expected);
		expect(locals.signInAsked).toBe(true);
		expect(logAction).not.toHaveBeenCalled();
	});

	it.each(ROLES.filter((role) => role !== 'advisor' || !allowed.includes(role)))(
		'decides about the role %s',
		(role) => {
			const passes = allowed.includes(role);
			expect(outcome(() => check(localsOf(role)))).toBe(passes ? 'passes' : '403');
			expect(logAction).toHaveBeenCalledTimes(passes ? 0 : 1);
		}
	);
});

describe('writing for a library', () => {
	it('is for an advisor of its POI', () => {
		const locals = localsOf('advisor', RIJNBRINK);
		expect(requireWriteAccess(locals, library)).toBe(locals.user);
	});

	it('is refused to an advisor of another POI, with a line in the log', () => {
		expect(outcome(() => requireWriteAccess(localsOf('advisor', CUBISS), library))).toBe('403');
		expect(logAction).toHaveBeenCalledWith({
			action: 'POST /bibliotheken/[slug]/bijwerken',
			object: 'library 7',
			result: 'refused',
			origin: '192.0.2.1',
			actor: 'id-of-advisor',
			detail: 'role advisor'
		});
	});

	it('says why it is refused', () => {
		const sentence = () => requireWriteAccess(localsOf('advisor', CUBISS), library);
		expect(sentence).toThrow(
			expect.objectContaining({ body: { message: expect.stringContaining('eigen POI') } })
		);
	});
});
