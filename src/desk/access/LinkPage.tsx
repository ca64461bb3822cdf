import { useWords } from '#ui/words.ts'

import { Account } from './Account.tsx'
import { Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import type { Link } from './link.ts'
import { Reset } from './Reset.tsx'
import { codeOf } from './say.ts'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

/** What a used, late or unknown link says. None of them tells whose it was. */
const dead: Readonly<Record<string, 'unknown' | 'used' | 'late'>> = {
  'wrong-secret': 'unknown',
  'already-used': 'used',
  gone: 'late'
}

/** Behind a one-time link: a new account, or a new password. */
export function LinkPage({ link, ways }: { link: Link; ways: Ways }) {
  const { t } = useWords()
  const trying = useTry()
  const why = link.kind === 'broken' ? 'broken' : trying.trouble && dead[codeOf(trying.trouble)]
  if (why || link.kind === 'broken' || link.kind === 'practice')
    return (
      <Frame title={t(`pro.access.link.${why}`)} lead={t(`pro.access.link.${why}Lead`)}>
        <p class="access__do">
          <Quiet onTap={() => void ways.arrive(undefined)}>{t('pro.access.link.signIn')}</Quiet>
        </p>
      </Frame>
    )
  return link.kind === 'reset' ? (
    <Reset trying={trying} onReset={password => ways.resetPassword(link.token, password)} />
  ) : (
    <Account
      kind={link.kind}
      trying={trying}
      onMake={who => ways.account({ ...link, kind: link.kind } as never, who)}
    />
  )
}
