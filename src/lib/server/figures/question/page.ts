import { viewContext } from '#lib/base/selection/figure-context.ts';
import { questionAnswer, toQuestionAnswer } from '#lib/figures/question/answer.ts';
import { questionFiles } from '#lib/figures/question/figures.ts';
import type { Questions } from '#lib/figures/question/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readQuestions } from './read-questions.ts';

/** How many questions were asked. */
export const questionPage = definePage<null, { questions: Questions }>({
	path: '/vragen',
	ask: asksNoMore,
	read: async (question) => ({
		questions: await readQuestions(question.db, question.where, question)
	}),
	context: ({ questions, supportInstitutes }) => viewContext(questions, supportInstitutes),
	files: questionFiles.map(({ name, of }) => ({ name, of: ({ questions }) => of(questions) })),
	fileName: (name, day) => `ido-vragen-${name}-${day}`,
	api: {
		operation: 'leesVragen',
		tag: 'Vragen',
		summary: 'Gepubliceerde en geregistreerde aantallen vragen',
		answer: {
			schema: questionAnswer,
			of: ({ questions }, source) => toQuestionAnswer(questions, source)
		}
	}
});
