import type { DefinitionId } from './definitions.ts';

/** The address of a definition within the site, without language: `/definities#gepland`. */
export function definitionPath(id: DefinitionId): `/definities#${DefinitionId}` {
	return `/definities#${id}`;
}
