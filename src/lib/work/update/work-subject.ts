import type { Day } from '#lib/base/day/day.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';

/** The library or location that a work sheet is about. */
export interface WorkSubject extends Subject {
	name: string;
	/** Whether it exists today: its library is active, and the point belongs to it. */
	exists: boolean;
	/** The first day on which something can have happened here. */
	startsOn: Day;
	templateId: number;
	/** The library itself, or the one that runs the location. */
	library: { id: number; slug: string; name: string; supportInstituteId: number };
}

/** A step of the template that a subject follows. */
export interface TemplateStep {
	milestoneCode: string;
	/** Weeks after the application; null for a duty that returns each year. */
	offsetWeeks: number | null;
	dependsOn: string[];
	notApplicableAllowed: boolean;
}
