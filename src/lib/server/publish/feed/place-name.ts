import { provinceName } from '#lib/base/selection/filter-texts.ts';

/** What a feed is of, by the slugs in its address: "Limburg", "Cubiss, Limburg"; null for the country. */
export function placeName(
	{ province, supportInstitute }: { province: string | null; supportInstitute: string | null },
	institutes: readonly { slug: string; name: string }[]
): string | null {
	const institute = institutes.find(({ slug }) => slug === supportInstitute)?.name;
	return [institute, province && provinceName(province)].filter(Boolean).join(', ') || null;
}
