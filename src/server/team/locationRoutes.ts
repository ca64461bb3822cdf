import type { LocationProfile } from '#wire/location.ts'
import { type BundleAnswer, LocationChange, NewLocation, RecoveryProof } from '#wire/team.ts'
import type { Context } from 'hono'

import { hash } from '../accounts/secret.ts'
import { guarded, type World } from '../accounts/world.ts'
import { readJson } from '../http/body.ts'
import { problem } from '../http/problem.ts'
import type { App, Env, People } from '../member.ts'
import { ofTeam, type TeamMember } from './allowed.ts'
import { bundleFor } from './bundles.ts'
import { bytesOf } from './bytesOf.ts'
import { journal } from './journal.ts'
import { changeLocation, makeLocation } from './location.ts'
import type { SheetProofs } from './sheetProofs.ts'

/** The location itself: making it, changing what residents read, and the recovery sheet. */
export function addLocationRoutes(
  app: App,
  world: World,
  requireMember: People['requireMember'],
  sheets: SheetProofs
): void {
  const { storage, now } = world
  const { db } = storage

  async function answerProfile(c: Context<Env>, location: string, status: 200 | 201 = 200) {
    const profile = await storage.locations.profile(location)
    return profile === 'not-found' ? problem(profile) : c.json<LocationProfile>(profile, status)
  }

  app.post('/v1/desk/location', requireMember, async c => {
    const member = c.get('member')
    if (member.role !== 'coordinator') return problem('not-allowed')
    const body = await readJson(c, NewLocation)
    if (body instanceof Response) return body
    const made = await makeLocation(db, member, body, now())
    return made === 'made' ? answerProfile(c, body.id, 201) : problem(made)
  })

  app.put('/v1/desk/location', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const body = await readJson(c, LocationChange)
    if (body instanceof Response) return body
    const changed = await changeLocation(db, member.id, member.location, body, now())
    if (changed !== 'changed') return problem(changed)
    await storage.erasing.recompute(member.location)
    await storage.events.add(member.location, 'team', now())
    return answerProfile(c, member.location)
  })

  /** Undefined when the proof is the one whose hash was left at first run. */
  async function sheetInHand(c: Context<Env>, { location }: TeamMember, proof: string): Promise<Response | undefined> {
    const answer = await guarded(world, c, `sheet ${location}`, async () => {
      const row = await db
        .selectFrom('locations')
        .select('recoveryProofHash')
        .where('id', '=', location)
        .executeTakeFirstOrThrow()
      const given = bytesOf(proof)
      return (given && hash(given) === row.recoveryProofHash) || undefined
    })
    return answer instanceof Response ? answer : undefined
  }

  app.post('/v1/desk/recovery/drill', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const body = await readJson(c, RecoveryProof)
    if (body instanceof Response) return body
    const wrong = await sheetInHand(c, member, body.proof)
    if (wrong) return wrong
    await endPractice(member)
    return answerProfile(c, member.location)
  })

  /** From here on cards are real: the practice cards go first, and a place that is open already keeps all it has. */
  async function endPractice({ id, location }: TeamMember) {
    const practising = () =>
      db.selectFrom('locations').select('id').where('id', '=', location).where('practice', '=', 1).executeTakeFirst()
    while (await practising()) {
      await storage.erasing.wholeLocation(location, id, now())
      // in one statement, so that no practice card that comes in meanwhile passes for a real one
      await db
        .updateTable('locations')
        .set({ practice: 0 })
        .where('id', '=', location)
        .where(none =>
          none.not(none.exists(none.selectFrom('envelopes').select('seq').where('location', '=', location)))
        )
        .execute()
    }
    await journal(db, { at: now(), location, who: id, what: 'recovery.drill' })
    await storage.events.add(location, 'team', now())
  }

  app.post('/v1/desk/recovery/bundle', requireMember, async c => {
    const member = ofTeam(c.get('member'))
    if (member instanceof Response) return member
    const body = await readJson(c, RecoveryProof)
    if (body instanceof Response) return body
    const wrong = await sheetInHand(c, member, body.proof)
    if (wrong) return wrong
    sheets.remember(member.sessionId)
    await journal(db, { at: now(), location: member.location, who: member.id, what: 'recovery.open' })
    return c.json<BundleAnswer>(await bundleFor(db, member.location, 'recovery'))
  })
}
