declare global {
	namespace App {
		interface Error {
			message: string;
			/** The id under which the error stands in the log. */
			id?: string;
			/** Certain that nothing was recorded; absent where it may be. */
			nothingRecorded?: boolean;
		}
		interface PageData {
			/** The site map in the language of the reader; on every page that the layout could be read for. */
			site?: import('#lib/base/site/site.ts').SiteGroup[];
		}
		interface Locals {
			/** The signed-in user; undefined for an anonymous visitor. */
			user?: import('#lib/access/account/user.ts').User;
			/** Where the request comes from and what it asks for; set by the hooks. */
			visit?: {
				/** The path and query of the page, to come back to. */
				path: string;
				/** The route, such as `/bibliotheken/[slug]`; null when there is none. */
				route: string | null;
				method: string;
				/** The network address of the visitor. */
				address: string;
			};
			/** True when the answer sends an anonymous visitor to the sign-in page. */
			signInAsked?: boolean;
			/** The id of the session of `user`. */
			sessionId?: string;
			/** Why the answer failed, when it may succeed later. */
			unavailable?: import('#lib/server/platform/availability/unavailable.ts').Unavailable | null;
			/** What the database was asked to keep of this request; absent before anybody could ask it to. */
			reach?: import('#lib/server/platform/db/reach.ts').Reach;
			/** Libraries with answers that could not be recorded: the list of the week shows them first. */
			openLibraries?: readonly number[];
			/** The SVG map that takes the place of the page's map token. */
			mapSvg?: string;
		}
	}
}

export {};
