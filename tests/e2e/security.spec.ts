import { expect, test, type APIResponse } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

const policyOf = (response: APIResponse) => response.headers()['content-security-policy'] ?? '';

test('every page has a strict policy, and names no host in its links', async ({ request }) => {
	for (const path of ['/', '/en/', '/definities', '/inloggen']) {
		const response = await request.get(path);
		const headers = response.headers();
		expect(policyOf(response)).toContain("default-src 'none'");
		expect(policyOf(response)).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
		expect(headers['permissions-policy']).toContain('geolocation=()');
		// Plain http: a promise of https would shut people out.
		expect(headers).not.toHaveProperty('strict-transport-security');
		expect(await response.text()).not.toMatch(/(href|action|src)="http:\/\/localhost/);
	}
});

test('a page that the browser has already keeps its own policy', async ({ request }) => {
	for (const path of ['/', '/inloggen']) {
		const etag = (await request.get(path)).headers().etag ?? '';
		const again = await request.get(path, { headers: { 'if-none-match': etag } });
		expect([path, again.status()]).toEqual([path, 304]);
		expect(policyOf(again)).not.toContain('sandbox');
	}
});

test('what everybody gets may be kept, what one person gets may not', async ({ page, request }) => {
	const anonymous = await request.get('/');
	expect(anonymous.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
	expect(anonymous.headers()).not.toHaveProperty('set-cookie');
	await signInAs(page, PROGRAMME_MANAGER);
	const personal = await page.request.get('/');
	expect(personal.headers()['cache-control']).toBe('private, no-store');
	expect(await personal.text()).toContain('Programmamanager KB');
	expect(await (await request.get('/')).text()).not.toContain('Programmamanager KB');
});

test('the cookie is for our own pages only, and a worthless one is taken away', async ({
	request,
	baseURL
}) => {
	const signedIn = await request.post('/inloggen', {
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		form: { email: advisorOf('fers'), password: DEMO_PASSWORD },
		maxRedirects: 0
	});
	expect(signedIn.status()).toBe(303);
	expect(signedIn.headers()['set-cookie']).toMatch(/HttpOnly.*SameSite=Lax/);
	const worthless = await request.get('/', { headers: { cookie: 'ido.session_token=made.up' } });
	expect(worthless.status()).toBe(200);
	expect(worthless.headers()['set-cookie']).toContain('ido.session_token=; Max-Age=0');
});

test('a foreign site cannot sign anybody in or out', async ({ request }) => {
	for (const path of ['/inloggen', '/uitloggen']) {
		const response = await request.post(path, {
			headers: { origin: 'https://elders.example' },
			form: { email: advisorOf('fers'), password: DEMO_PASSWORD }
		});
		expect(response.status()).toBe(403);
		expect(response.headers()).not.toHaveProperty('set-cookie');
	}
});

test('the doors of better-auth itself are closed', async ({ request, baseURL }) => {
	for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/ok']) {
		const response = await request.post(path, { headers: { origin: baseURL ?? '' }, data: {} });
		expect(response.status()).toBe(404);
	}
});
