/** Something that the operator has to know or do; printed without a stack. */
export class BackupProblem extends Error {
	override name = 'BackupProblem';
}
