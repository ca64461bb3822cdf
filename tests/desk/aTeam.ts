import { parseSummary, Summary } from '#intake/summary.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import { teamKeys } from '#sealing/bundle.ts'
import { makeTeam, type TeamKeys } from '#sealing/keys.ts'
import { seal } from '#sealing/seal.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { SCHEMA_VERSION } from '#wire/envelope.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { QueueItem } from '#wire/queue.ts'

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A team with real keys, and what a resident's device does for it. */
export interface TestTeam {
  readonly location: string
  readonly keys: TeamKeys
  readonly root: Uint8Array
  readonly profile: LocationProfile
  /** Seals bytes as a resident's device does; the id stands in the header. */
  readonly close: (bytes: Uint8Array, id: string, options?: { hereNow?: boolean; schema?: number }) => Promise<string>
}

export async function aTeam(now: number, practice = false): Promise<TestTeam> {
  const location = random(16)
  const { card, secret } = await makeTeam(location, now)
  const publicKey = secret.epochs[0]!.hpkePublic
  return {
    location: toBase64url(location),
    keys: await teamKeys(secret),
    root: await sha256(card),
    profile: {
      id: toBase64url(location),
      place: 'Werkwinkel Overvecht',
      address: 'Zamenhofdreef 10, Utrecht',
      hours: 'dinsdag en donderdag, 9 tot 12 uur',
      telephone: '030 123 45 67',
      privacyContact: 'Fatma',
      keepDays: 90,
      basis: 'consent',
      statement: '',
      offSteps: [],
      offAsks: [],
      promises: [
        { id: 'b1', name: 'Fatma Aydin, coördinator', at: now },
        { id: 'b3', name: 'Fatma Aydin, coördinator', at: now }
      ],
      practice,
      cards: [toBase64url(card)]
    },
    close: async (bytes, id, { hereNow = false, schema = SCHEMA_VERSION } = {}) => {
      const header = {
        location,
        epoch: 0,
        id: fromBase64url(id),
        schemaVersion: schema,
        hereNow,
        withdrawHash: random(32)
      }
      return toBase64url(await seal(bytes, header, publicKey))
    }
  }
}

/** A card as conversation.md 4.2 shows it. */
export function aSummary(at: number, wishes: Partial<Summary> = {}): Summary {
  const when = new Date(at).toISOString()
  return {
    v: 1,
    flow: 1,
    id: toBase64url(random(16)),
    code: { word: 'codeWord.bicycle', digits: '482' },
    createdAt: when,
    lang: 'en',
    speaks: 'ary',
    scope: 'card',
    name: 'Samira',
    contact: { mode: 'here' },
    direction: ['direction.volunteer', 'direction.language'],
    drive: ['drive.people'],
    step: { code: 'step.volunteer_visit', when: 'when.week', with: 'with.team', sure: 'sure.maybe' },
    ask: ['ask.along', 'ask.meet'],
    strength: ['strength.cook', 'strength.kids', 'strength.languages'],
    good: ['area.people', 'area.home'],
    change: [{ area: 'area.learning', level: 2 }],
    talkInPerson: true,
    consent: { text: 'confirm.1', lang: 'en', at: when },
    ...wishes
  }
}

/** Only what was shared: fields set to undefined are left out. */
export function tidySummary(summary: Summary): Summary {
  const read = parseSummary(summaryBytes(summary))
  if (typeof read === 'string')
    throw new Error(
      `${read}: ${JSON.stringify(Summary.safeParse(JSON.parse(new TextDecoder().decode(summaryBytes(summary)))).error)}`
    )
  return read
}

let arrivals = 0

/** A summary as it lies in the queue. */
export async function inQueue(team: TestTeam, summary: Summary, wishes: Partial<QueueItem> = {}): Promise<QueueItem> {
  const hereNow = summary.contact.mode === 'here'
  return {
    ...anItem(summary.id, Date.parse(summary.createdAt), hereNow),
    envelope: await team.close(summaryBytes(summary), summary.id, { hereNow }),
    ...wishes
  }
}

export function anItem(id: string, receivedAt: number, hereNow = false): QueueItem {
  return {
    id,
    seq: ++arrivals,
    receivedAt,
    expiresAt: receivedAt + 90 * 86_400_000,
    epoch: 0,
    schemaVersion: 1,
    hereNow,
    state: 'new',
    version: 1,
    owner: null,
    outcome: null,
    openedBy: [],
    envelope: toBase64url(random(4252))
  }
}
