import { describe, expect, it } from 'vitest';
import { createLog, logAction } from './log.ts';

/** What the log wrote, line by line. */
function record(level = 'info') {
	const lines: Record<string, unknown>[] = [];
	const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
	return { lines, log: createLog(level, { write }) };
}

describe('the log', () => {
	it('says action, object, result, origin, actor and the moment', () => {
		const { lines, log } = record();
		const action = {
			action: 'edit_library',
			object: 'library 7',
			origin: '192.0.2.1',
			actor: 'u1'
		};
		logAction({ ...action, result: 'refused' }, log);
		expect(lines).toEqual([
			expect.objectContaining({ ...action, result: 'refused', level: 'warn' })
		]);
		expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
	});

	it('never shows a secret', () => {
		const { lines, log } = record();
		log.info({
			password: 'geheim-1',
			user: { token: 'geheim-2', headers: { cookie: 'geheim-3' } }
		});
		expect(JSON.stringify(lines)).not.toContain('geheim');
	});

	it('is quiet below its level', () => {
		const { lines, log } = record('error');
		log.info('nothing to see');
		expect(lines).toEqual([]);
	});
});
