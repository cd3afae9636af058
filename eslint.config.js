import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'.data/',
			'node_modules/',
			'src/lib/paraglide/',
			'src/lib/server/platform/db/schema.ts',
			'project.inlang/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true }
		},
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// Forms are read in one place, which makes their texts fit to be kept.
			'no-restricted-syntax': [
				'error',
				{
					selector: "CallExpression[callee.property.name='formData']",
					message: 'Use readFormData of #lib/server/base/form/read-form-data.ts.'
				}
			],
			// Internal links go through `link()` of #lib/base/i18n/link.ts, which calls resolve() and adds the language.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	},
	{
		// Kysely<any> is what Kysely itself asks of migrations: they are frozen in time.
		files: ['db/migrations/*.ts'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	},
	{
		files: ['src/lib/server/base/form/read-form-data.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	},
	{
		files: ['*.js', 'static/**/*.js', 'project.inlang/**'],
		...ts.configs.disableTypeChecked
	}
);
