import { latestDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { CONFIDENCES, confidenceLabel, type Confidence } from '#lib/base/source/confidence.ts';
import type { MilestoneLine } from './line.ts';

/** Where the milestones come from: the openings apart, because they are what is published. */
export function recordSources(
	lines: readonly MilestoneLine[]
): { what: string; confidence: Confidence; source: string | null }[] {
	const openings = lines.filter((line) => line.milestoneCode === 'opening');
	const others = lines.filter((line) => line.milestoneCode !== 'opening');
	return [
		...sourceOf(m.dossier_quality_opening(), openings),
		...sourceOf(m.dossier_quality_milestones(), others)
	];
}

/** The last day on which anything was recorded, and for whom; null when nothing was. */
export function lastTouched(
	lines: readonly MilestoneLine[]
): { on: Day; organisation: string } | null {
	const on = latestDay(lines.map((line) => line.lastRecord?.recordedOn));
	const line = lines.find((candidate) => candidate.lastRecord?.recordedOn === on);
	return on === null || !line?.lastRecord
		? null
		: { on, organisation: line.lastRecord.recordedFor };
}

function sourceOf(what: string, lines: readonly MilestoneLine[]) {
	const records = lines.flatMap((line) => line.lastRecord ?? []);
	if (records.length === 0) return [];
	const counts = CONFIDENCES.map((confidence) => ({
		confidence,
		count: records.filter((record) => record.confidence === confidence).length
	})).filter(({ count }) => count > 0);
	// The least sure one is what the reader has to know; the order of CONFIDENCES is not by sureness.
	const least = counts.find(({ confidence }) => confidence === 'invented') ?? counts.at(-1);
	const sources = [...new Set(records.flatMap((record) => record.source ?? []))];
	const list = counts.map(({ confidence, count }) => `${count} ${confidenceLabel(confidence)}`);
	return [
		{
			what,
			confidence: least?.confidence ?? 'unknown',
			source: [
				m.dossier_quality_several({ count: records.length, list: list.join(', ') }),
				...sources
			].join(' ; ')
		}
	];
}
