/** Settings of the embedded server: small memory, every commit safe on disk, only this machine. */
const settings: Record<string, string> = {
	listen_addresses: "'127.0.0.1'",
	// No socket file: its folder may be missing, unwritable, or its path too long.
	unix_socket_directories: "''",
	password_encryption: 'scram-sha-256',
	max_connections: '60',
	shared_buffers: '256MB',
	work_mem: '8MB',
	maintenance_work_mem: '64MB',
	// Discs without moving parts read any page as quickly as the next one.
	random_page_cost: '1.1',
	max_wal_size: '512MB',
	min_wal_size: '64MB',
	max_worker_processes: '4',
	jit: 'off',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	huge_pages: 'off',
	timezone: "'UTC'",
	log_timezone: "'UTC'",
	datestyle: "'ISO, YMD'",
	lc_messages: "'C'",
	log_checkpoints: 'off',
	log_min_messages: 'warning',
	// Statements of applications can hold personal data; the application logs its own failures.
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse'
};

/** The text of postgresql.conf; `overrides` (for tests) win. */
export function serverSettings(overrides: Record<string, string> = {}): string {
	const lines = Object.entries({ ...settings, ...overrides }).map(
		([name, value]) => `${name} = ${value}`
	);
	return ['# Written at each start by db/embedded.', ...lines, ''].join('\n');
}
