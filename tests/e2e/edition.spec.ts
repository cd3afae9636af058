import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { collectFiles } from '#lib/server/publish/edition/collect-files.ts';
import { verifyEdition } from '#lib/server/publish/edition/verify.ts';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

const LIST = '/kwartaalstanden';
const CONFIRM = '/kwartaalstanden/vaststellen';

/** A frozen quarter stays, so each journey, and each second chance of it, has one of its own. */
const QUARTERS: Record<string, { scripts: string[]; plain: string[] }> = {
	desktop: { scripts: ['2020-k2', '2020-k1'], plain: ['2020-k4', '2020-k3'] },
	phone: { scripts: ['2019-k4', '2021-k1'], plain: ['2021-k2', '2021-k3'] }
};

function ownQuarter({ project, retry }: TestInfo, kind: 'scripts' | 'plain'): string {
	return QUARTERS[project.name]?.[kind][retry] ?? '2019-k1';
}

/** As the programme manager: from the list, by the form and its confirmation, to the frozen quarter. */
async function freeze(page: Page, quarter: string): Promise<void> {
	await page.goto(LIST);
	await page.getByLabel('Kwartaal', { exact: true }).selectOption(quarter);
	await page.getByRole('button', { name: 'Bekijk wat wordt vastgesteld' }).click();
	await expect(page.getByText('Vaststellen kunt u niet terugdraaien.')).toBeVisible();
	await expect(page.getByText(`${LIST}/${quarter}`)).toBeVisible();
	// Every row of the list of points, and beside it what the headline calls locations.
	const counts = page.locator('dd', { hasText: 'informatiepunten' });
	const open = await page
		.getByRole('row', { name: /^Locaties/ })
		.first()
		.getByRole('cell')
		.first();
	await expect(counts).toContainText(`Locaties die open zijn: ${await open.innerText()}.`);
	await page.getByRole('button', { name: 'Stel dit kwartaal vast' }).click();
	await expect(page).toHaveURL(new RegExp(`${LIST}/${quarter}$`));
}

/** The report itself, as a page of its own: where nothing may run, axe cannot look either. */
async function openReport(page: Page, quarter: string): Promise<void> {
	const report = await page.request.get(`${LIST}/${quarter}/stand.html`);
	expect(report.headers()['content-security-policy']).toMatch(
		/^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'; sandbox$/
	);
	await page.goto('about:blank');
	await page.setContent(await report.text());
}

test('the programme manager freezes a quarter, which everyone can then read and keep @screen', async ({
	page,
	browser
}, info) => {
	// The report is long, and it is looked at whole.
	test.setTimeout(240_000);
	const quarter = ownQuarter(info, 'scripts');
	const complaints = watchConsole(page);
	await signInAs(page, PROGRAMME_MANAGER, `${CONFIRM}?kwartaal=${quarter}`);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	// What is typed outlives a reload here too.
	await page.goto(CONFIRM);
	const known = page.getByLabel('Zoals bekend op', { exact: false });
	await known.fill('30 jan 2022');
	await page.reload();
	await expect(known).toHaveValue('30 jan 2022');
	await page.getByRole('button', { name: 'Wis wat ik had ingevuld' }).click();
	await expect(known).not.toHaveValue('30 jan 2022');
	await freeze(page, quarter);
	await page.goto(`${CONFIRM}?kwartaal=${quarter}`);
	await expect(page.getByRole('alert')).toContainText('al vastgesteld');
	await page.goto(`${CONFIRM}?kwartaal=2031-k1&bekendOp=gisteren`);
	await expect(page.getByRole('alert')).toContainText('Kies een kwartaal dat voorbij is.');
	await expectAccessible(page);
	expect(complaints).toEqual([]);

	const reader = await (await browser.newContext()).newPage();
	const seen = watchConsole(reader);
	await reader.goto(LIST);
	await expectAccessible(reader);
	await reader.locator(`a[href="${LIST}/${quarter}"]`).click();
	await expect(reader.getByRole('heading', { level: 1 })).toContainText('Kwartaalstand');
	await expectAccessible(reader);
	await expectNoSidewaysScroll(reader);
	await reader.getByRole('link', { name: 'Lees de kwartaalstand' }).click();
	await expect(reader.getByText('Met verzonnen voorbeeldgegevens.').first()).toBeVisible();
	await expectNoSidewaysScroll(reader);
	// The browser that is driven here tries to run scripts of its own in it, in vain.
	expect(seen.filter((line) => !line.includes("'allow-scripts'"))).toEqual([]);
	const address = new URL(`${LIST}/${quarter}`, page.url()).href;
	const { files } = await collectFiles(address);
	const key = await page.request.get(`${LIST}/sleutel.pem`);
	expect(await key.text()).toBe(Buffer.from(files.get('sleutel.pem') ?? []).toString());
	expect(verifyEdition(files, { quarter }).filter(({ ok }) => !ok)).toEqual([]);
	await openReport(reader, quarter);
	await expectAccessible(reader);
	await expect(reader.getByRole('img').first()).toBeVisible();
	await reader.context().close();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a quarter is frozen just as well', async ({ page }, info) => {
		await signInAs(page, PROGRAMME_MANAGER, LIST);
		await freeze(page, ownQuarter(info, 'plain'));
		await expect(page.getByRole('link', { name: 'SHA256SUMS' })).toBeVisible();
	});
});

test('an adviser and an anonymous visitor may not freeze, and get no form', async ({
	page,
	request
}) => {
	await page.goto(LIST);
	await expect(page.getByRole('button', { name: /vastgesteld/ })).toHaveCount(0);
	const asked = await request.get(`${CONFIRM}?kwartaal=2019-k3`, { maxRedirects: 0 });
	expect([asked.status(), asked.headers().location]).toEqual([
		303,
		expect.stringContaining('/inloggen')
	]);
	await signInAs(page, advisorOf('rijnbrink'), LIST);
	await expect(page.getByRole('button', { name: /vastgesteld/ })).toHaveCount(0);
	const opened = await page.goto(`${CONFIRM}?kwartaal=2019-k3`);
	expect(opened?.status()).toBe(403);
	await expectAccessible(page);
	const posted = await page.request.post(`${CONFIRM}?/freeze`, {
		form: { kwartaal: '2019-k3' },
		headers: { origin: new URL(page.url()).origin }
	});
	expect(posted.status()).toBe(403);
	expect((await request.get(`${LIST}/2019-k3`)).status()).toBe(404);
});

test('a quarter that was not frozen, or is none, says so @screen', async ({ page }) => {
	for (const code of ['2019-k2', '2019-k9', 'onzin']) {
		const answer = await page.goto(`${LIST}/${code}`);
		expect(answer?.status()).toBe(404);
		await expect(page.getByText('Dit kwartaal is niet vastgesteld.')).toBeVisible();
	}
	await expectAccessible(page);
});

test('who has chosen no quarter yet is asked for one, not told of a mistake @screen', async ({
	page
}) => {
	await signInAs(page, PROGRAMME_MANAGER, CONFIRM);
	await expect(page.getByLabel('Kwartaal', { exact: true })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.goto(`${CONFIRM}?kwartaal=ooit`);
	await expect(page.getByRole('alert')).toBeVisible();
	await expectAccessible(page);
});
