import type { Setting } from '#intake/visit.ts'
import type { LocationProfile } from '#wire/location.ts'

/** What the conversation needs of a place's public profile. */
export function settingOf(profile: LocationProfile, device: 'phone' | 'tablet'): Setting {
  const { place, offSteps, offAsks, keepDays, basis, privacyContact, hours, address, telephone } = profile
  const promises = profile.promises.map(i => i.id)
  return { device, place, promises, offSteps, offAsks, keepDays, basis, privacyContact, hours, address, telephone }
}
