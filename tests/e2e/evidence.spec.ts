import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, signInAs } from './sign-in-as.ts';

/** Both screens work at the same time, each on a library of its own. */
const LIBRARIES: Record<string, string> = {
	desktop: '/bibliotheken/bibliotheek-almelo/bijwerken',
	phone: '/bibliotheken/bibliotheek-hengelo/bijwerken'
};
const PDF = { name: 'Persbericht opening.pdf', mimeType: 'text/plain' };

test('an adviser keeps evidence of a milestone, downloads it and withdraws it @screen', async ({
	page
}, { project }) => {
	const sheet = LIBRARIES[project.name]!;
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), sheet);
	const row = page.locator('#mijlpaal-projectplan');
	await row.getByText('Meer', { exact: true }).or(row.locator('summary')).first().click();
	await row.getByRole('link', { name: /^Bewijs toevoegen/ }).click();
	await expect(page.getByLabel('Mijlpaal')).toHaveValue('projectplan');
	await expectAccessible(page);

	await page.getByLabel('Link').fill('javascript:alert(1)');
	await page.getByLabel('Notitie').fill('Vastgesteld in het overleg.');
	await page.getByLabel('Bestand').setInputFiles({ ...PDF, buffer: Buffer.from('geen pdf') });
	await page.getByRole('button', { name: 'Bewijs vastleggen' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('Dit is geen pdf, png, jpg, xlsx of docx.');
	await expect(alert).toContainText('Vul een link in die begint met https://');
	await expect(page.getByLabel('Notitie')).toHaveValue('Vastgesteld in het overleg.');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByLabel('Link').fill('https://example.nl/projectplan');
	const content = Buffer.from('%PDF-1.7\n%inhoud\n');
	await page.getByLabel('Bestand').setInputFiles({ ...PDF, buffer: content });
	await page.getByRole('button', { name: 'Bewijs vastleggen' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'vastgelegd' })).toBeVisible();
	await expect(page.getByLabel('Notitie')).toHaveValue('');
	const link = page.getByRole('link', { name: 'Persbericht opening.pdf (1 kB)' });
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	expect(download.suggestedFilename()).toBe('Persbericht opening.pdf');
	expect(await readFile(await download.path())).toEqual(content);
	await expectAccessible(page);

	await page.goto(sheet);
	await row.getByRole('link', { name: /^Bewijs \(1 stuk\)/ }).click();
	const file = (await link.getAttribute('href'))!;
	await page.getByRole('button', { name: /^Intrekken/ }).click();
	await expect(page.getByText('Het bewijs is ingetrokken.')).toBeVisible();
	await expect(link).toHaveCount(0);
	expect((await page.request.get(file)).status()).toBe(404);
	expect(complaints).toEqual([]);
});

test('evidence is for who may write for the library, and for nobody else', async ({
	page,
	browser,
	baseURL
}) => {
	const sheet = '/bibliotheken/bibliotheek-enschede/bijwerken';
	await signInAs(page, advisorOf('rijnbrink'), `${sheet}/bewijs?mijlpaal=projectplan`);
	await page.getByLabel('Bestand').setInputFiles({ ...PDF, buffer: Buffer.from('%PDF-1.7\n') });
	await page.getByRole('button', { name: 'Bewijs vastleggen' }).click();
	const file = (await page
		.getByRole('link', { name: /Persbericht/ })
		.first()
		.getAttribute('href'))!;
	const answer = await page.request.get(file);
	expect(answer.headers()).toMatchObject({
		'content-disposition': expect.stringMatching(/^attachment/),
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store',
		'content-security-policy': expect.stringContaining("default-src 'none'")
	});

	const nobody = await browser.newContext();
	const asked = await nobody.request.get(file, { maxRedirects: 0 });
	expect(asked.status()).toBe(303);
	for (const email of [advisorOf('cubiss'), 'belanghebbende@voorbeeld.nl']) {
		const context = await browser.newContext();
		const other = await context.newPage();
		await signInAs(other, email);
		expect((await other.request.get(file)).status()).toBe(403);
		expect((await other.request.get(`${sheet}/bewijs`)).status()).toBe(403);
		for (const act of ['add', 'withdraw']) {
			const posted = await other.request.post(`${sheet}/bewijs?/${act}`, {
				headers: { origin: baseURL ?? '', accept: 'text/html' },
				multipart: { evidence: '1', milestone: 'projectplan', note: 'x' }
			});
			expect(posted.status(), `${email} ${act}`).toBe(403);
		}
		await context.close();
	}
	await nobody.close();
});

test('a body above the usual is refused where no evidence is sent', async ({ page, baseURL }) => {
	await signInAs(page, advisorOf('rijnbrink'));
	const send = (path: string, megabytes: number) =>
		page.request.post(path, {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			multipart: {
				...{ milestone: 'projectplan', key: 'x' },
				file: { name: 'a.pdf', mimeType: 'a/b', buffer: Buffer.alloc(megabytes * 1_000_000) }
			}
		});
	const evidence = '/bibliotheken/bibliotheek-almelo/bijwerken/bewijs?/add';
	// Read, and refused for what it is.
	expect((await send(evidence, 9)).status()).toBe(400);
	expect((await send(evidence, 12)).status()).toBe(413);
	expect((await send('/mijn-bibliotheken/bestanden?/send', 9)).status()).toBe(413);
});
