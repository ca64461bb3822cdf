import { LocationDetails, type LocationProfile } from '#wire/location.ts'

/** What staff can change, picked out of what the public sees. */
export function detailsOf(profile: LocationProfile): LocationDetails {
  const { id: _, promises: __, practice: ___, cards: ____, ...details } = profile
  return details
}

/** Fields that the server would refuse, so that they can be pointed at first. */
export function wrongDetails(details: LocationDetails): (keyof LocationDetails)[] {
  const parsed = LocationDetails.safeParse(details)
  if (parsed.success) return []
  return [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof LocationDetails))]
}

/** The list with this one in it, or out of it. */
export function toggled(list: readonly string[], code: string): string[] {
  return list.includes(code) ? list.filter(one => one !== code) : [...list, code]
}
