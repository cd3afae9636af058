import type { Book } from '#lib/base/spreadsheet/book.ts';
import { answerQuestions } from '#lib/server/platform/thread/answer-questions.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Runs in a thread of its own: thousands of rows take half a second. */
answerQuestions((book: Book): Promise<Uint8Array> => writeWorkbook(book));
