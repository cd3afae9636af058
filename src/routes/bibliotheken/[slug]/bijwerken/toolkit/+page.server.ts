import { error, fail, redirect } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { itemName, saidText } from '#lib/programme/toolkit/labels.ts';
import { itemField, readToolkitForm } from '#lib/programme/toolkit/read-toolkit-form.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	listToolkitEntries,
	listToolkitItems,
	toolkitNow
} from '#lib/server/programme/toolkit/queries.ts';
import { recordToolkit, undoToolkitEntry } from '#lib/server/programme/toolkit/service.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** As many rows as one looks back at. */
const SHOWN = 60;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const db = getDb();
	const { library } = await libraryOfAddress({ params }, await readToday(db));
	requireWriteAccess(locals, library);
	const [items, entries] = await Promise.all([
		listToolkitItems(db),
		listToolkitEntries(db, library.id)
	]);
	const undone = new Set(entries.flatMap(({ undoesId }) => undoesId ?? []));
	const saved = url.searchParams.get('vastgelegd');
	return {
		library: { slug: library.slug, name: library.name },
		...{ items, toolkit: toolkitNow(entries, items) },
		entries: entries
			.filter(({ undoesId }) => undoesId === null)
			.map((entry) => ({ ...entry, isUndone: undone.has(entry.id) }))
			.toReversed()
			.slice(0, SHOWN),
		/** How many items were recorded just now; null when nothing was sent. */
		saved: saved === null ? null : (readId(saved) ?? 0),
		takenBack: url.searchParams.has('teruggedraaid')
	};
};

/** The library of the address, for who may record of it. */
async function writerOf({ locals, params }: RequestEvent) {
	const db = getDb();
	const today = await readToday(db);
	const { library } = await libraryOfAddress({ params }, today);
	return { db, today, library, author: authorOf(requireWriteAccess(locals, library)) };
}

export const actions: Actions = {
	record: async (event) => {
		const { db, today, library, author } = await writerOf(event);
		const values = typedValues(await readFormData(event.request));
		const items = await listToolkitItems(db);
		const codes = items.map(({ code }) => code);
		const { said, errors } = readToolkitForm((name) => values[name] ?? '', codes, today);
		if (!said) return fail(400, { values, errors });
		const basedOn = readId(values.basedOn ?? '') ?? 0;
		const result = await recordToolkit(db, author, { libraryId: library.id, said, basedOn });
		if (result.outcome === 'emptied') {
			const emptied = result.codes.map((code) => [
				itemField(code, 'state'),
				m.toolkit_problem_emptied()
			]);
			return fail(400, { values, errors: Object.fromEntries(emptied) });
		}
		if (result.outcome === 'conflict') {
			const now = items
				.map((item) => `${itemName(item)}: ${saidText(result.now.said[item.code] ?? null)}`)
				.join('; ');
			return fail(409, {
				values: { ...values, basedOn: String(result.now.basedOn) },
				errors: {},
				told: m.toolkit_conflict({ now })
			});
		}
		const saved = result.outcome === 'recorded' ? result.items : 0;
		const back = new URLSearchParams({ vastgelegd: String(saved) });
		redirect(303, link(`/bibliotheken/${library.slug}/bijwerken/toolkit`, back));
	},
	undo: async (event) => {
		const { db, library, author } = await writerOf(event);
		const id = readId(String((await readFormData(event.request)).get('id') ?? ''));
		const done = id === null ? 'unknown' : await undoToolkitEntry(db, author, library.id, id);
		if (done === 'unknown') error(404, m.toolkit_entry_unknown());
		const back = new URLSearchParams({ teruggedraaid: '' });
		redirect(303, link(`/bibliotheken/${library.slug}/bijwerken/toolkit`, back));
	}
};
