import type { EditionSituation } from '#lib/publish/edition/types.ts';
import { canonicalJson } from '#lib/publish/edition/canonical-json.ts';
import { sha256 } from '#lib/server/platform/env/signing-key.ts';

/** What somebody saw before she froze a quarter, as a short text to compare with. */
export function seenFigures({ progress, quarter, knownOn }: EditionSituation): string {
	const { organisations, locations, municipalities, inhabitants } = progress.headline;
	const { open, accessible, temporarilyClosed, onlineOnly, planned, outsideLibrary } = locations;
	const seen = {
		...{ organisations, municipalities, inhabitants },
		locations: { open, accessible, temporarilyClosed, onlineOnly, planned, outsideLibrary },
		...{ quarter: quarter.code, knownOn }
	};
	return sha256(Buffer.from(canonicalJson(seen))).slice(0, 16);
}
