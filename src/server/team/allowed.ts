import type { Role } from '#wire/team.ts'
import { problem } from '../http/problem.ts'
import type { Member } from '../member.ts'

/** A member with a location. */
export type TeamMember = Member & { readonly location: string }

/** The member, when they belong to a team and have the role; else 403 `not-allowed` or 409 `wrong-state`. */
export function ofTeam(member: Member, role?: Role): TeamMember | Response {
  if (role && member.role !== role) return problem('not-allowed')
  return member.location === null ? problem('wrong-state') : { ...member, location: member.location }
}
