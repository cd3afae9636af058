import type { Role } from '#lib/access/account/user.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';

export interface MenuItem {
	label: string;
	href: string;
	current: boolean;
}

/** The main menu; `routeId` is the route of the page that is shown, `role` that of the reader. */
export function mainMenu(routeId: string | null, role?: Role): MenuItem[] {
	const under = (path: string) => routeId === path || (routeId?.startsWith(`${path}/`) ?? false);
	const writes = role === 'advisor' || role === 'programme_manager';
	const worklist = {
		label: m.common_nav_worklist(),
		href: link('/mijn-bibliotheken'),
		current: under('/mijn-bibliotheken')
	};
	return [
		...(writes ? [worklist] : []),
		{ label: m.common_nav_map(), href: link('/'), current: routeId === '/(map)' },
		{ label: m.common_nav_progress(), href: link('/voortgang'), current: under('/voortgang') },
		{ label: m.common_nav_delay(), href: link('/vertraging'), current: under('/vertraging') },
		{ label: m.coverage_nav(), href: link('/dekking'), current: under('/dekking') },
		{ label: m.forecast_title(), href: link('/prognose'), current: under('/prognose') },
		{
			label: m.common_nav_compare(),
			href: link('/vergelijken'),
			current: under('/vergelijken')
		},
		{
			label: m.common_nav_libraries(),
			href: link('/bibliotheken'),
			current: under('/bibliotheken')
		},
		{
			label: m.common_nav_definitions(),
			href: link('/definities'),
			current: under('/definities')
		}
	];
}
