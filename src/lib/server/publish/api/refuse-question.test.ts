import { describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import { PAGE_PARAMETERS } from '#lib/figures/page/parameters.ts';
import { parseProgress } from '#lib/figures/progress/query.ts';
import { refuseQuestion } from './refuse-question.ts';

const TODAY = '2022-01-31';

/** The refusal of a question about progress, read as its page reads it. */
async function refusal(query: string) {
	const params = new URLSearchParams(query);
	const { view, notices } = parseView(params, TODAY, ['cubiss']);
	parseProgress(params, view, notices, TODAY);
	const response = refuseQuestion(params, PAGE_PARAMETERS['/voortgang'], notices);
	if (!response) return null;
	const body = (await response.json()) as {
		errors: { parameter: string; value: string; detail: string }[];
	};
	return { status: response.status, ...body };
}

const namesOf = (refused: Awaited<ReturnType<typeof refusal>>) =>
	refused?.errors.map(({ parameter }) => parameter);

describe('a question to the API', () => {
	it('may leave parameters out or empty, and have others of its own', async () => {
		expect(await refusal('')).toBeNull();
		expect(await refusal('peildatum=&bekendOp=&provincie=&utm_source=x')).toBeNull();
	});

	it('may name a province in any spelling', async () => {
		expect(await refusal('peildatum=2020-06-30&provincie=Friesland')).toBeNull();
	});

	it('is refused with everything that is wrong together', async () => {
		const refused = await refusal(
			'peildatum=2021-02-30&bekendOp=1999-01-01&provincie=atlantis&poi=niemand&telling=boeken'
		);
		expect(refused?.status).toBe(400);
		expect(refused?.errors.map(({ parameter, value }) => [parameter, value])).toEqual([
			['peildatum', '2021-02-30'],
			['bekendOp', '1999-01-01'],
			['provincie', 'atlantis'],
			['poi', 'niemand'],
			['telling', 'boeken']
		]);
	});

	it('about a province that is not there finds nothing, and is told which there are', async () => {
		const refused = await refusal('provincie=atlantis');
		expect(refused?.status).toBe(404);
		expect(refused?.errors[0]?.detail).toMatch(/Kies uit: drenthe, .*zuid-holland\.$/);
	});

	it('names each parameter once, but for those that may be there more often', async () => {
		const refused = await refusal('peildatum=2020-06-30&peildatum=2020-07-01');
		expect(refused?.status).toBe(400);
		expect(namesOf(refused)).toEqual(['peildatum']);
		expect(await refusal('status=gerealiseerd&status=onbekend')).toBeNull();
	});

	it('is not refused for what only a page shows', async () => {
		expect(await refusal('toon=regenbogen&pagina=x&lagen=y&weergave=z')).toBeNull();
	});

	it('compares with an earlier day only', async () => {
		const refused = await refusal('peildatum=2021-06-30&vergelijk=2021-06-30');
		expect(refused?.errors).toMatchObject([
			{
				parameter: 'vergelijk',
				detail: 'De dag moet liggen van 2019-01-01 tot aan de peildatum.'
			}
		]);
		expect(await refusal('peildatum=2021-06-30&vergelijk=2021-06-29')).toBeNull();
	});
});
