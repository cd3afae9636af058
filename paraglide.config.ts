/** How the texts are compiled, by Vite as well as before type checks and linting. */
export const paraglideOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	// Never by cookie: one address is one page in one language, so pages can be cached whole.
	strategy: ['url', 'baseLocale'] satisfies ('url' | 'baseLocale')[],
	emitTsDeclarations: true
};
