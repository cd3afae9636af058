import type { Role } from '#lib/account/user.ts';
import { link } from '#lib/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';

export interface MenuItem {
	label: string;
	href: string;
	current: boolean;
}

/**
 * The main menu of a page; `routeId` is its route. Who records facts has the worklist in it, and
 * every anonymous visitor gets the same menu.
 */
export function mainMenu(routeId: string | null, role: Role | null): MenuItem[] {
	const under = (path: string) => routeId === path || (routeId?.startsWith(`${path}/`) ?? false);
	const worklist = {
		label: m.common_nav_worklist(),
		href: link('/mijn-bibliotheken'),
		current: under('/mijn-bibliotheken')
	};
	return [
		{ label: m.common_nav_map(), href: link('/'), current: routeId === '/(map)' },
		{
			label: m.common_nav_libraries(),
			href: link('/bibliotheken'),
			current: under('/bibliotheken')
		},
		...(role === 'advisor' || role === 'programme_manager' ? [worklist] : []),
		{
			label: m.common_nav_definitions(),
			href: link('/definities'),
			current: under('/definities')
		}
	];
}
