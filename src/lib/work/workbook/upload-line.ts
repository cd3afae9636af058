/** A file in the list of its author. */
export interface UploadLine {
	id: number;
	createdAt: Date;
	fileName: string;
	batchId: number | null;
	appliedAt: Date | null;
	recordedCount: number | null;
	leftCount: number | null;
	undoneAt: Date | null;
	/** Whether its rows are still there. */
	kept: boolean;
}
