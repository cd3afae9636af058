import { describe, expect, it } from 'vitest';
import { recogniseDevice } from './device.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

describe('the device of a session', () => {
	it.each([
		[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome', 'Windows'],
		[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/126.0.0.0`, 'Edge', 'Windows'],
		['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox', 'Linux'],
		[`Mozilla/5.0 (Linux; Android 14) ${chrome}`, 'Chrome', 'Android'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1',
			'Safari',
			'iOS'
		],
		['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1', 'Safari', 'macOS']
	])('%s', (userAgent, browser, system) => {
		expect(recogniseDevice(userAgent)).toEqual({ browser, system });
	});

	it.each(['curl/8.0', '', null])('is not guessed from %s', (userAgent) => {
		expect(recogniseDevice(userAgent)).toBeUndefined();
	});
});
