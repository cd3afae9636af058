import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';

/** So large a share of a picture must be other before it is a state, not the edge of a letter. */
const SEEN = 0.02;
/** Focus is drawn around a control. */
const AROUND = 6;

const FIELDS = ['text', 'day', 'select', 'textarea', 'file'];
const CHOICES = ['radio', 'checkbox'];
/** What a line of the week and the table of a work list are filled in with. */
const WORK = ['answer', 'cell'];
const BUTTONS = ['primary', 'secondary', 'subtle', 'danger'];
const CONTROL = 'input, select, textarea, button, summary, svg';
/** These show their state by what is around the control itself. */
const BOX: Record<string, string> = { answer: 'label', cell: 'td' };

/** In pixels of a picture. */
interface Place {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A control in a picture. */
interface Part extends Place {
	picture: Buffer;
	name: string;
}

const wholePage = (page: Page) =>
	page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });

/** A control and what is around it, as they are now. */
function pieceOf(page: Page, { x, y, width, height }: Place): Promise<Buffer> {
	const clip = {
		...{ x: x - AROUND, y: y - AROUND },
		...{ width: width + 2 * AROUND, height: height + 2 * AROUND }
	};
	return page.screenshot({ fullPage: true, clip, animations: 'disabled', caret: 'hide' });
}

/** Where one control stands on the page. */
function placeOf(control: Locator): Promise<Place> {
	return control.evaluate((element) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		const [x, y] = [Math.round(left + scrollX), Math.round(top + scrollY)];
		// Of what folds only the triangle: the rest of the line is the same text.
		return { x, y, width: element.matches('summary') ? 32 : width, height };
	});
}

/** The pairs of parts that look alike: a smaller share than `SEEN` of their pictures is other. */
async function alike(
	page: Page,
	pairs: readonly (readonly [Part, Part])[],
	around: number
): Promise<string[]> {
	const pictures = [...new Set(pairs.flat().map(({ picture }) => picture))];
	const asked = pairs.map((pair) =>
		pair.map(({ picture, ...part }) => ({ ...part, picture: pictures.indexOf(picture) }))
	);
	return page.evaluate(
		async ({ files, pairs, around, seen }) => {
			const drawings = await Promise.all(
				files.map(async (base64) => {
					const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
					const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
					const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
					drawing.drawImage(image, 0, 0);
					return drawing;
				})
			);
			return pairs.flatMap((pair) => {
				// The same size of both: that one is narrower is no state that anybody sees.
				const [width, height] = [
					Math.min(...pair.map((part) => part.width)),
					Math.min(...pair.map((part) => part.height))
				];
				const [a, b] = pair.map(({ picture, x, y }) => {
					// Right and below only what is inside: nothing that another width would move there.
					const size = [width + around, height + around] as const;
					return drawings[picture]!.getImageData(x - around, y - around, ...size).data;
				});
				let other = 0;
				for (let at = 0; at < a!.length; at += 4) {
					if ([0, 1, 2].some((part) => Math.abs(a![at + part]! - b![at + part]!) > 24)) other++;
				}
				return other < seen * width * height ? [pair.map(({ name }) => name).join(' and ')] : [];
			});
		},
		{
			files: pictures.map((picture) => picture.toString('base64')),
			...{ pairs: asked, around, seen: SEEN }
		}
	);
}

const specimens = (page: Page, control: string) => page.locator(`[data-control="${control}"]`);
const firstOf = (page: Page, control: string) =>
	specimens(page, control).first().locator(CONTROL).first();
const boxOf = (control: string, specimen: Locator) =>
	specimen.locator(BOX[control] ?? CONTROL).first();

/** All states of these controls, and the first state of those of `beside`, each against each other one. */
async function alikeStates(
	page: Page,
	controls: readonly string[],
	beside: readonly string[] = []
): Promise<string[]> {
	const picture = await wholePage(page);
	const pairs: (readonly [Part, Part])[] = [];
	const add = (parts: readonly Part[]) =>
		parts.forEach((a, index) => parts.slice(index + 1).forEach((b) => pairs.push([a, b])));
	for (const control of controls) {
		const parts: Part[] = [];
		for (const specimen of await specimens(page, control).all()) {
			const name = `${control} ${await specimen.getAttribute('data-state')}`;
			parts.push({ picture, name, ...(await placeOf(boxOf(control, specimen))) });
		}
		expect(parts.length).toBeGreaterThan(1);
		add(parts);
	}
	const first: Part[] = [];
	for (const name of beside) first.push({ picture, name, ...(await placeOf(firstOf(page, name))) });
	add(first);
	// Nothing around them: the text of an error is no look of the control.
	return alike(page, pairs, 0);
}

test.beforeEach(async ({ page }) => {
	await page.goto('/onderdelen');
});

for (const forcedColors of ['none', 'active'] as const) {
	test(`each state of a control looks different (forced colours: ${forcedColors})`, async ({
		page
	}) => {
		await page.emulateMedia({ forcedColors });
		const controls = [...FIELDS, ...CHOICES, ...WORK, ...BUTTONS, 'range', 'fold', 'mark'];
		// With forced colours the browser gives every button the same two.
		const beside = forcedColors === 'none' ? BUTTONS : [];
		expect(await alikeStates(page, controls, beside)).toEqual([]);
	});

	test(`the focus of the keyboard is seen on each control (forced colours: ${forcedColors})`, async ({
		page
	}) => {
		await page.emulateMedia({ forcedColors });
		// From here on the browser knows that a keyboard is used.
		await page.keyboard.press('Tab');
		const before = await wholePage(page);
		const pairs: [Part, Part][] = [];
		for (const name of [...FIELDS, ...CHOICES, ...WORK, ...BUTTONS, 'range', 'fold']) {
			const control = firstOf(page, name);
			await control.focus();
			const place = { name, ...(await placeOf(control)) };
			// A piece of the page is pictured faster than the whole of it, fifteen times.
			const piece = { ...place, x: AROUND, y: AROUND, picture: await pieceOf(page, place) };
			pairs.push([{ ...place, picture: before }, piece]);
		}
		expect(await alike(page, pairs, AROUND)).toEqual([]);
	});
}

test('what is chosen is seen on paper', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	expect(await alikeStates(page, [...CHOICES, 'answer', 'mark'])).toEqual([]);
});

test('the page of all parts is accessible and fits the screen', async ({ page }) => {
	const complaints = watchConsole(page);
	await page.reload();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});
