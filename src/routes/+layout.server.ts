import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { user } }) => ({
	// Only what the header shows; the same for every anonymous visitor.
	user: user ? { name: user.name, role: user.role, organisation: user.organisation } : null
});
