import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { codesOf } from '#lib/server/work/update/circumstances.ts';
import type { FindSubject } from '#lib/server/work/update/find-subject.ts';
import { LONGEST_COMMENT } from '#lib/work/comment/comment.ts';
import { workLink } from '#lib/work/update/work-links.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { listComments } from './queries.ts';
import { addComment, withdrawComment } from './service.ts';

const pageOf = (subject: WorkSubject) => `${workLink(subject)}/opmerkingen`;

/** The load and actions of the comments on a library or location, which `find` finds (or 404). */
export function commentPage<Event extends RequestEvent>(find: FindSubject<Event>) {
	const open = async (event: Event) => {
		const subject = await find(event, await readToday(getDb()));
		return { subject, user: requireWriteAccess(event.locals, subject.library) };
	};
	return {
		load: async (event: Event) => {
			const { subject, user } = await open(event);
			return {
				subject: { name: subject.name, library: subject.library, level: subject.level },
				sheet: workLink(subject),
				codes: codesOf(subject.level),
				comments: await listComments(getDb(), user, subject, subject.library),
				saved: event.url.searchParams.get('opgeslagen')
			};
		},
		actions: {
			add: async (event: Event) => {
				const { subject, user } = await open(event);
				const values = typedValues(await readFormData(event.request));
				const said = (values.said ?? '').trim();
				const milestoneCode = values.milestone || null;
				const errors: Errors = {};
				if (said === '') errors.said = m.comment_problem_empty();
				if (said.length > LONGEST_COMMENT) {
					errors.said = m.comment_problem_long({ count: LONGEST_COMMENT });
				}
				if (milestoneCode !== null && !codesOf(subject.level).includes(milestoneCode)) {
					errors.milestone = m.comment_problem_milestone();
				}
				if (Object.keys(errors).length > 0) return fail(400, { values, errors });
				await addComment(getDb(), user, subject, { milestoneCode, said });
				redirect(303, `${pageOf(subject)}?opgeslagen=toegevoegd`);
			},
			withdraw: async (event: Event) => {
				const { subject, user } = await open(event);
				const id = readId(String((await readFormData(event.request)).get('id') ?? ''));
				const done =
					id === null
						? 'unknown'
						: await withdrawComment(getDb(), user, subject, subject.library, id);
				if (done === 'unknown') error(404, m.comment_problem_unknown());
				if (done === 'forbidden') error(403, m.update_refused_undo());
				redirect(303, `${pageOf(subject)}?opgeslagen=ingetrokken`);
			}
		}
	};
}
