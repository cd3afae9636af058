import { expect, test, type Page } from '@playwright/test';
import { ADMIN, advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

const LIBRARY = '/bibliotheken/bibliotheek-kampen/bijwerken';
const POINT = '/informatiepunten/425/bijwerken';
const USERS = '/beheer/gebruikers';

/** The pages with a form to fill in, by who fills it in. */
const PAGES: Record<string, readonly string[]> = {
	[advisorOf('rijnbrink')]: [
		...['/mijn-bibliotheken', `${LIBRARY}?mijlpaal=borging&actie=pauzeren`, `${LIBRARY}/bewijs`],
		...[`${LIBRARY}/cursussen`, `${LIBRARY}/kosten`, `${LIBRARY}/locatie-toevoegen`],
		...[`${LIBRARY}/netwerk`, `${LIBRARY}/opmerkingen`, `${LIBRARY}/stappenplan`],
		...[`${LIBRARY}/toolkit`, `${POINT}/bewijs`, `${POINT}/gegevens`],
		...[`${POINT}/openingstijden`, `${POINT}/opmerkingen`]
	],
	[PROGRAMME_MANAGER]: [
		...['/beheer/bijhouden', '/beheer/navraag/nieuw', '/beheer/redenen/nieuw'],
		...['/beheer/rondes/toevoegen', '/beheer/subsidie', '/beheer/tijdlijn/toevoegen']
	],
	[ADMIN]: [`${USERS}/nieuw`],
	'': ['/dit-klopt-niet', '/exploitatie/rekenblad']
};

/** Of one field of a form that is sent: what it is called, and what stands in it. */
type Filled = [form: number, field: string, value: string | boolean];

/** What somebody may have typed or ticked in the forms of the page, in their order. */
async function readForms(page: Page): Promise<Filled[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].flatMap((form, at) =>
			[...form.elements]
				.filter((one) => 'value' in one && 'name' in one && 'type' in one)
				.map((one) => one as HTMLInputElement)
				.filter(({ name, type }) => name !== '' && !/hidden|submit|button|file/.test(type))
				.map((field): Filled => {
					const isBox = /checkbox|radio/.test(field.type);
					const value = isBox ? field.checked : field.value;
					return [at, isBox ? `${field.name} ${field.value}` : field.name, value];
				})
		)
	);
}

/** Types something else in each of them, ticks every box that is not and chooses the last choice. */
async function fillForms(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
			for (const field of form.elements) {
				if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
				else if (field instanceof HTMLTextAreaElement) field.value = 'Wacht op de gemeente.';
				else if (!(field instanceof HTMLInputElement)) continue;
				else if (/checkbox|radio/.test(field.type)) field.checked = true;
				else if (!/hidden|submit|button|file/.test(field.type)) field.value = '17';
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}
		}
	});
}

for (const [who, paths] of Object.entries(PAGES)) {
	test(`what was typed in a form is there again after a reload (${who || 'a visitor'})`, async ({
		page
	}) => {
		if (who) await signInAs(page, who);
		for (const path of paths) {
			await test.step(path, async () => {
				await page.goto(path, { waitUntil: 'networkidle' });
				const before = await readForms(page);
				await fillForms(page);
				const typed = await readForms(page);
				expect(typed, path).not.toEqual(before);
				await page.reload({ waitUntil: 'networkidle' });
				await expect(page.getByText('Wat u eerder hebt ingevuld, staat er weer.')).not.toHaveCount(
					0
				);
				expect(await readForms(page), path).toEqual(typed);
				// A browser cuts what is pasted without a word; the form says that it is too long.
				await expect(page.locator('main form[method=post] [maxlength]')).toHaveCount(0);
			});
		}
	});
}
