import type { SubmitFunction } from '@sveltejs/kit';
import { forgetAllForms } from './kept-form.ts';

/**
 * For `use:enhance` of a form that ends the session: what was typed in this tab is forgotten when the
 * session has ended, by the page that kept it. The next page may come without its scripts. Not before:
 * where signing out fails nothing typed is lost. A header could not do it: `Clear-Site-Data` takes all
 * storage of the site, and with it the answers that wait to be sent.
 */
export const signOutForm: SubmitFunction = ({ formElement }) => {
	return ({ result }) => {
		if (result.type === 'redirect') {
			forgetAllForms();
			// A whole page: nothing of who was signed in stays in memory.
			location.assign(result.location);
		} else {
			// As without scripts, so that the browser, or the page of the server, says what is wrong.
			formElement.submit();
		}
	};
};
