import './journey.css'

import { Fragment } from 'preact'

import { Glyph, type GlyphName } from './Glyph.tsx'

/** How far a card has come. Nothing is `arrived` before a verified receipt. */
export type JourneyAt = 'device' | 'underway' | 'arrived' | 'read' | 'lost'

/** Which stones are laid, which is here, which are still to come. */
const stonesAt: Record<JourneyAt, readonly ('laid' | 'here' | 'next')[]> = {
  device: ['here', 'next', 'next'],
  underway: ['laid', 'here', 'next'],
  arrived: ['laid', 'laid', 'here'],
  read: ['laid', 'laid', 'laid'],
  // not even on this device: no stone lies
  lost: ['next', 'next', 'next']
}

/**
 * Three stones: this device, under way, with the team. Dashed is not yet; where the network is missing, the path is
 * open. The sentence beside it says the same in words, so this is not read aloud.
 */
export function Journey({ at, device }: { at: JourneyAt; device: 'phone' | 'tablet' }) {
  const stones = stonesAt[at]
  const glyphs: readonly GlyphName[] = [device, 'envelope', 'team']
  return (
    <div class={at === 'underway' ? 'journey journey--moving' : 'journey'} data-at={at} aria-hidden="true">
      {stones.map((stone, place) => (
        <Fragment key={glyphs[place]!}>
          {place > 0 && <i class={stone === 'next' ? 'journey__gap' : ''} />}
          <span class={`stone stone--${stone}`}>
            <Glyph name={stone === 'laid' && place < 2 ? 'tick' : glyphs[place]!} />
          </span>
        </Fragment>
      ))}
    </div>
  )
}
