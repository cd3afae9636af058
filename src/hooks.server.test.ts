import { expect, it, vi } from 'vitest';
import { warmForecast } from '#lib/server/figures/forecast/warm-forecast.ts';
import { warmCopies } from '#lib/server/ledger/milestone-states/warm-copies.ts';
import { init } from './hooks.server.ts';

vi.mock('#lib/server/figures/forecast/warm-forecast.ts', () => ({
	warmForecast: vi.fn(() => new Promise(() => undefined))
}));
vi.mock('#lib/server/figures/forecast/app-forecasts.ts', () => ({
	getForecasts: () => 'forecasts'
}));
vi.mock('#lib/server/platform/db/app-db.ts', () => ({ getDb: () => 'db' }));

vi.mock('#lib/server/ledger/milestone-states/warm-copies.ts', () => ({ warmCopies: vi.fn() }));

it('a start reads what is kept in memory, then makes the first forecast, and serves without waiting', async () => {
	const read = Promise.withResolvers<void>();
	vi.mocked(warmCopies).mockReturnValue(read.promise);
	expect(init()).toBeUndefined();
	expect(warmCopies).toHaveBeenCalledExactlyOnceWith('db');
	expect(warmForecast).not.toHaveBeenCalled();
	read.resolve();
	await vi.waitFor(() => expect(warmForecast).toHaveBeenCalledExactlyOnceWith('db', 'forecasts'));
});
