import { error, redirect } from '@sveltejs/kit';
import {
	mayEditLibrary,
	mayEditTemplates,
	mayFreezeQuarters,
	mayImportQuestions,
	mayInquire,
	mayKeepGrants,
	mayKeepQuality,
	mayKeepTimeline,
	mayLockQuarters,
	mayLookAgain,
	mayManageReasons,
	mayManageUsers,
	mayReadLog,
	maySetThresholds,
	type LibraryScope
} from '#lib/access/account/permission.ts';
import type { Role, User } from '#lib/access/account/user.ts';
import { signInLink } from '#lib/access/account/links.ts';
import { m } from '#lib/paraglide/messages.js';
import { DRAFT_PARAMETER } from './draft.ts';
import { logVisit } from './log-visit.ts';

/** A library as {@link requireWriteAccess} asks for it: its POI, and its id for the log. */
export interface WritableLibrary extends LibraryScope {
	id: number;
}

/**
 * The signed-in user. The first line of every load, action and endpoint that is not public: an
 * anonymous visitor is sent to the sign-in page and comes back afterwards, also to the form that
 * she sent after her session had ended (handle-draft.ts).
 */
export function requireUser(locals: App.Locals): User {
	if (locals.user) return locals.user;
	locals.signInAsked = true;
	redirect(303, signInLink(locals.visit && pathBack(locals.visit)));
}

function pathBack({ path, method }: NonNullable<App.Locals['visit']>): string {
	if (method !== 'POST') return path;
	return `${path}${path.includes('?') ? '&' : '?'}${DRAFT_PARAMETER}=1`;
}

/** The signed-in user when she has one of these roles; else as {@link requireUser}, or 403. */
export function requireRole(locals: App.Locals, ...roles: Role[]): User {
	const user = requireUser(locals);
	return roles.includes(user.role) ? user : refuse(locals, user, m.account_refused_role());
}

/** The signed-in user when she may record for this library; else as {@link requireUser}, or 403. */
export function requireWriteAccess(locals: App.Locals, library: WritableLibrary): User {
	const user = requireUser(locals);
	if (mayEditLibrary(user, library)) return user;
	const sentence =
		user.role === 'advisor' ? m.account_refused_other_poi() : m.account_refused_library();
	return refuse(locals, user, sentence, `library ${library.id}`);
}

/** The programme manager, who keeps the list of reasons; else as {@link requireUser}, or 403. */
export const requireReasonManager = (locals: App.Locals): User =>
	requireWhoMay(locals, mayManageReasons);

/** The programme manager, who makes versions of templates; else as {@link requireUser}, or 403. */
export const requireTemplateEditor = (locals: App.Locals): User =>
	requireWhoMay(locals, mayEditTemplates);

/** The programme manager, who freezes quarters; else as {@link requireUser}, or 403. */
export const requireQuarterFreezer = (locals: App.Locals): User =>
	requireWhoMay(locals, mayFreezeQuarters);

/** The programme manager, who locks quarters for entry; else as {@link requireUser}, or 403. */
export const requireQuarterLocker = (locals: App.Locals): User =>
	requireWhoMay(locals, mayLockQuarters);

/** The programme manager, who looks at openings too; else as {@link requireUser}, or 403. */
export const requireSecondLooker = (locals: App.Locals): User =>
	requireWhoMay(locals, mayLookAgain);

/** The programme manager, who keeps the timeline; else as {@link requireUser}, or 403. */
export const requireTimelineKeeper = (locals: App.Locals): User =>
	requireWhoMay(locals, mayKeepTimeline);

/** The programme manager and advisors, who record subsidies; else as {@link requireUser}, or 403. */
export const requireGrantKeeper = (locals: App.Locals): User =>
	requireWhoMay(locals, mayKeepGrants);

/** The programme manager, who imports registered questions; else as {@link requireUser}, or 403. */
export const requireQuestionImporter = (locals: App.Locals): User =>
	requireWhoMay(locals, mayImportQuestions);

/** The programme manager, who sets thresholds; else as {@link requireUser}, or 403. */
export const requireThresholdSetter = (locals: App.Locals): User =>
	requireWhoMay(locals, maySetThresholds);

/** The programme manager, who asks advisers about records; else as {@link requireUser}, or 403. */
export const requireInquirer = (locals: App.Locals): User => requireWhoMay(locals, mayInquire);

/** The administrator, who keeps the accounts; else as {@link requireUser}, or 403. */
export const requireUserManager = (locals: App.Locals): User =>
	requireWhoMay(locals, mayManageUsers);

/** The programme manager, who keeps the data right; else as {@link requireUser}, or 403. */
export const requireQualityKeeper = (locals: App.Locals): User =>
	requireWhoMay(locals, mayKeepQuality);

/** Everybody who records or manages, who reads the log; else as {@link requireUser}, or 403. */
export const requireLogReader = (locals: App.Locals): User => requireWhoMay(locals, mayReadLog);

function requireWhoMay(locals: App.Locals, may: (user: User) => boolean): User {
	const user = requireUser(locals);
	return may(user) ? user : refuse(locals, user, m.account_refused_role());
}

function refuse(locals: App.Locals, user: User, sentence: string, object?: string): never {
	const { visit } = locals;
	logVisit(locals, {
		action: visit ? `${visit.method} ${visit.route ?? visit.path}` : 'unknown',
		object: object ?? visit?.path ?? 'unknown',
		result: 'refused',
		detail: `role ${user.role}`
	});
	error(403, sentence);
}
