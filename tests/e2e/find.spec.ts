import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScripts } from './checks.ts';
import { hasMenuButton } from './menu.ts';

const MOST_CLICKS = 4;

/** Counts what a reader presses, from the home page on. */
function counter(page: Page) {
	let clicks = 0;
	const click = async (what: Locator) => {
		clicks += 1;
		await what.click();
	};
	const openMenu = async () => {
		const opens = page.getByRole('button', { name: 'Menu', exact: true });
		if (hasMenuButton(page)) await click(opens);
	};
	const link = (name: string | RegExp) =>
		page.getByRole('main').getByRole('link', { name, exact: true }).first();
	/** The next page has fields and links of the same names as the one before. */
	const arrive = (title: string) =>
		expect(page.getByRole('heading', { level: 1 })).toContainText(title);
	return {
		count: () => clicks,
		press: (name: string | RegExp) => click(link(name)),
		button: (name: string) =>
			click(page.getByRole('main').getByRole('button', { name, exact: true }).first()),
		footer: async (name: string) => {
			await click(page.getByRole('contentinfo').getByRole('link', { name, exact: true }));
			await arrive(name);
		},
		unfold: (name: string) => click(page.getByRole('main').getByText(name, { exact: true })),
		choose: async (field: string, choice: string) => {
			clicks += 1;
			await page.getByRole('main').getByLabel(field, { exact: true }).selectOption(choice);
		},
		question: async (name: string) => {
			await openMenu();
			const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
			await click(menu.getByRole('link', { name }));
			await arrive(name);
		},
		search: async (words: string) => {
			await openMenu();
			await page.getByRole('textbox', { name: 'Zoek op de hele site' }).fill(words);
			await click(page.getByRole('button', { name: 'Zoek op de hele site' }));
			await arrive(words);
		}
	};
}

type Counter = ReturnType<typeof counter>;
interface Task {
	asked: string;
	steps: (go: Counter, page: Page) => Promise<void>;
	answer: RegExp;
}

const TASKS: readonly Task[] = [
	{
		asked: 'Hoeveel waren er eind 2020 in Limburg?',
		steps: async (go, page) => {
			await go.footer('Voortgang');
			await page.getByLabel('Situatie op').fill('2020-12-31');
			await go.unfold('Selectie, en zoals bekend op een eerdere dag');
			await go.choose('Provincie', 'Limburg');
			await go.button('Toon');
		},
		answer: /Op 31 december 2020 waren er \d+ locaties open/
	},
	{
		asked: 'Hoeveel zijn er nu open?',
		steps: (go) => go.question('Waar staan we?'),
		answer: /Het aantal open locaties is \d+/
	},
	{
		asked: 'Ligt de uitrol op schema?',
		steps: async (go) => {
			await go.question('Waar staan we?');
			await go.press('Voortgang');
		},
		answer: /Volgens de oorspronkelijke planning/
	},
	{
		asked: 'Welke gemeenten hebben er nog geen?',
		steps: async (go) => {
			await go.question('Wie nog niet?');
			await go.press('Dekking');
		},
		answer: /Witte vlekken per groep/
	},
	{
		asked: 'Welke bibliotheken hebben nog geen planning?',
		steps: async (go) => {
			await go.question('Wie nog niet?');
			await go.press('Bibliotheken zonder planning');
		},
		answer: /U ziet alleen:/
	},
	{
		asked: 'Waarom duurt het langer?',
		steps: async (go) => {
			await go.question('Waarom?');
			await go.press('Vertraging');
		},
		answer: /Verschoven dagen per oorzaak/
	},
	{
		asked: 'Wanneer is het klaar?',
		steps: async (go) => {
			await go.question('Wat komt er?');
			await go.press('Prognose');
		},
		answer: /Wanneer is de uitrol klaar\?/
	},
	{
		asked: 'Waar kan iemand in Giethoorn terecht?',
		steps: async (go) => {
			await go.search('Giethoorn');
			await go.press('Giethoorn');
		},
		answer: /hemelsbreed/
	},
	{
		asked: 'Wat is een witte vlek?',
		steps: async (go) => {
			await go.search('witte vlek');
			await go.press('Witte vlekken');
		},
		answer: /Een witte vlek is een gemeente zonder gerealiseerd punt/
	},
	{
		asked: 'Welk cijfer mag ik aanhalen van het laatste kwartaal?',
		steps: async (go) => {
			await go.question('Waar staan we?');
			await go.press('Kwartaalstanden');
		},
		answer: /voor altijd vastgesteld/
	},
	{
		asked: 'Wat mag ik nog aanvragen?',
		steps: async (go) => {
			await go.question('Het programma');
			await go.press('Subsidie');
		},
		answer: /kunt u niets aanvragen, voor zover de bronnen dat zeggen/
	}
];

test('the questions of readers are answered within four clicks of the home page @screen', async ({
	page
}) => {
	for (const { asked, steps, answer } of TASKS) {
		await test.step(asked, async () => {
			await page.goto('/');
			const go = counter(page);
			await steps(go, page);
			await expect(page.getByRole('main').getByText(answer).first()).toBeVisible();
			expect(go.count(), asked).toBeLessThanOrEqual(MOST_CLICKS);
		});
	}
});

test('the menu opens, leads on and closes without scripts, and says where one is @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/');
	await counter(page).question('Waarom?');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waarom?');
	await page.getByRole('main').getByRole('link', { name: 'Vertraging', exact: true }).click();
	const crumbs = page.getByRole('navigation', { name: 'Kruimelpad' });
	await expect(crumbs.getByRole('listitem')).toHaveText([/^Home/, /^Waarom\?/, 'Vertraging']);
	await expect(crumbs.locator('[aria-current=page]')).toHaveText('Vertraging');
	const opens = page.getByRole('button', { name: 'Menu', exact: true });
	const isPhone = hasMenuButton(page);
	if (isPhone) await opens.click();
	const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
	await expect(menu.getByRole('link', { name: 'Waarom?' })).toHaveAttribute('aria-current', 'true');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	if (!isPhone) return;
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();
	await expect(opens).toBeFocused();
});

test('a search that fails suggests, and every state of the page is accessible @screen', async ({
	page
}) => {
	for (const path of ['/zoeken', '/en/zoeken?zoek=venlo', '/overzicht/programma']) {
		await page.goto(path);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
	await page.goto('/zoeken?zoek=Amstredam');
	await expect(page.getByRole('status').filter({ hasText: 'Niets gevonden' })).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Amsterdam', exact: true }).click();
	await expect(page.locator('#gemeenten')).toBeVisible();
	// Nothing is nearly called so: the page says that, and where to look on.
	await page.goto('/zoeken?zoek=Lampegat');
	const main = page.getByRole('main');
	await expect(main).toContainText(
		'Geen gemeente, plaats, bibliotheek, POI of informatiepunt heet zo.'
	);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await main.getByRole('link', { name: 'de lijst met alle gemeenten' }).click();
	await expect(page.locator('#lijst tbody th').first()).toBeInViewport();
});
