import { registerHooks } from 'node:module';
import { answerQuestions } from '#lib/server/platform/thread/answer-questions.ts';
import type { EditionTexts, FileSource } from './make-texts.ts';

// Kit's own module is made by the build, and this thread runs the source.
registerHooks({
	resolve: (specifier, context, next) =>
		specifier === '$app/paths'
			? { url: new URL('./kit-paths.ts', import.meta.url).href, shortCircuit: true }
			: next(specifier, context)
});

const { editionTexts } = await import('./make-texts.ts');

/** Runs in a thread of its own; null only has it started. */
answerQuestions((source: FileSource | null): EditionTexts | null => source && editionTexts(source));
