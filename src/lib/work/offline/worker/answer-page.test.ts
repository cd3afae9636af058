import { expect, it } from 'vitest';
import { serverAnswer } from './answer-page.ts';

const after = <T>(ms: number, value: T) =>
	new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

it.each([200, 303, 403, 404, 500])('an answer of the server is shown, also %d', async (status) => {
	const response = new Response(null, { status });
	expect(await serverAnswer(Promise.resolve(response), 50)).toBe(response);
});

it.each([502, 503, 504])('%d is no answer: the server is not there', async (status) => {
	expect(await serverAnswer(Promise.resolve(new Response(null, { status })), 50)).toBe('away');
});

it('no network is no answer, and one that takes too long neither', async () => {
	expect(await serverAnswer(Promise.reject(new TypeError('x')), 50)).toBe('away');
	expect(await serverAnswer(after(500, new Response()), 5)).toBe('slow');
});
