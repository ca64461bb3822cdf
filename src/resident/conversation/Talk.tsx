import { Glyph } from '#ui/Glyph.tsx'

import type { PageProps } from '../page.ts'
import { Call } from './Call.tsx'
import { TalkPage } from './TalkPage.tsx'

/** "Ik wil liever praten". A tablet calls someone; a phone says when and where one can walk in. */
export function Talk(props: PageProps) {
  if (props.device.kind === 'tablet') return <Call {...props} />
  return (
    <TalkPage {...props}>
      <Visiting {...props} />
    </TalkPage>
  )
}

function Visiting({ visit: { setting } }: PageProps) {
  const { hours, address, telephone } = setting
  return (
    <ul class="slab slab--address">
      {hours && (
        <li>
          <Glyph name="clock" />
          <bdi lang="nl" data-say="">
            {hours}
          </bdi>
        </li>
      )}
      {address && (
        <li>
          <Glyph name="house" />
          <bdi lang="nl" data-say="">
            {address}
          </bdi>
        </li>
      )}
      {telephone && (
        <li>
          <Glyph name="phone" />
          <a class="link" href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>
            <bdi dir="ltr" data-say="">
              {telephone}
            </bdi>
          </a>
        </li>
      )}
    </ul>
  )
}
