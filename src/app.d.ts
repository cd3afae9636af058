declare global {
	namespace App {
		interface Error {
			message: string;
			/** The id under which the error stands in the log. */
			id?: string;
		}
		interface Locals {
			/** The signed-in user; undefined for an anonymous visitor. */
			user?: import('#lib/account/user.ts').User;
			/** The SVG map that takes the place of the page's map token. */
			mapSvg?: string;
		}
	}
}

export {};
