import { expect, it, vi } from 'vitest';
import { warmForecast } from '#lib/server/figures/forecast/warm-forecast.ts';
import { init } from './hooks.server.ts';

vi.mock('#lib/server/figures/forecast/warm-forecast.ts', () => ({
	warmForecast: vi.fn(() => new Promise(() => undefined))
}));
vi.mock('#lib/server/figures/forecast/app-forecasts.ts', () => ({
	getForecasts: () => 'forecasts'
}));
vi.mock('#lib/server/platform/db/app-db.ts', () => ({ getDb: () => 'db' }));

it('a start makes the first forecast, and serves without waiting for it', () => {
	expect(init()).toBeUndefined();
	expect(warmForecast).toHaveBeenCalledExactlyOnceWith('db', 'forecasts');
});
