import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { markStatements } from './tests/database/checked-sql/mark-statements.ts';
import { keepPluralRules, paraglideOptions } from './paraglide.config.ts';

export default defineConfig({
	plugins: [paraglideVitePlugin(paraglideOptions), keepPluralRules(), sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// Dozens of tiny files for what many pages share compress badly one by one.
						codeSplitting: {
							groups: [
								{
									name: 'shared',
									test: /\/src\/lib\/(?:access\/account|base\/(?:as-of|components|day|form|i18n|selection)|ledger\/change|paraglide)\//,
									minShareCount: 11
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		expect: { requireAssertions: true },
		// What the product logs is tested where it matters; elsewhere it only hides what failed.
		env: { LOG_LEVEL: 'silent' },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					// Property tests on a busy machine.
					testTimeout: 20_000,
					// Importing the same modules for each file would take most of the time.
					isolate: false,
					setupFiles: ['tests/run/one-language.ts'],
					include: ['{src,seeds,db,tests/run}/**/*.test.ts']
				}
			},
			{
				extends: true,
				plugins: [markStatements(import.meta.dirname)],
				test: {
					name: 'database',
					include: ['tests/database/**/*.test.ts'],
					globalSetup: ['tests/database/checked-sql/row-types.ts', 'tests/database/cluster.ts'],
					isolate: false,
					setupFiles: [
						'tests/run/one-language.ts',
						'tests/database/checked-sql/check-statements.ts'
					],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'process',
					include: ['tests/process/**/*.test.ts'],
					globalSetup: ['tests/process/filled-folder.ts'],
					testTimeout: 300_000,
					hookTimeout: 600_000,
					fileParallelism: false
				}
			}
		]
	}
});
