import { WordsContext } from '#ui/words.ts'
import { useEffect, useMemo, useState } from 'preact/hooks'

import { AccessPages } from './access/AccessPages.tsx'
import { Approvals } from './access/Approvals.tsx'
import { type Access, opened } from './access/session.ts'
import type { Tools } from './access/tools.ts'
import { useAccess } from './access/useAccess.ts'
import { Desk } from './Desk.tsx'
import { type DeskLanguage, deskLanguages, deskWords, type DeskWords, loadDeskWords } from './words.ts'
import type { World } from './world.ts'

export interface AppProps {
  readonly world: World
  readonly tools: Tools
  /** Remembers the professional's language, and nothing else. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>
}

const REMEMBERED = 'waarheen-desk-language'

/** The whole of `/desk/`: the way in, and the desk behind it. */
export function App({ world, tools, memory }: AppProps) {
  const [language, setLanguage] = useState(() => firstLanguage(memory))
  const [words, setWords] = useState<DeskWords>()
  const hook = useAccess(tools)
  const { access, ways } = hook
  const known = knownIn(access)
  const open = opened(access)

  useEffect(() => {
    let left = false
    void loadDeskWords(language).then(loaded => {
      if (left) return
      document.documentElement.lang = loaded.desk.language
      document.documentElement.dir = loaded.desk.dir
      setWords(loaded)
    })
    return () => {
      left = true
    }
  }, [language])

  const place = known?.profile.place ?? ''
  const tongue = useMemo(() => words && deskWords(words, place), [words, place])
  if (!tongue) return null

  const choose = (chosen: DeskLanguage) => {
    setLanguage(chosen)
    try {
      memory.setItem(REMEMBERED, chosen)
    } catch {
      // a browser that remembers nothing starts in Dutch again tomorrow
    }
  }
  const pages = <AccessPages access={access} ways={ways} tools={tools} onLanguage={choose} />
  return (
    <WordsContext.Provider value={tongue}>
      {known ? (
        <Desk
          key={`${known.me.id} ${known.profile.id}`}
          world={world}
          me={known.me}
          profile={known.profile}
          keys={open?.keys}
          root={open?.root}
          device={open?.deviceId}
          locked={access.at === 'open' ? undefined : pages}
          approvals={(team, onChanged) =>
            open && <Approvals open={open} ways={ways} team={team} onChanged={onChanged} />
          }
          onDrill={hook.drill}
          onProfile={hook.changed}
          onLanguage={choose}
          onLock={hook.lock}
          onSignOut={hook.signOut}
          onSignedOut={hook.signedOut}
        />
      ) : (
        pages
      )}
    </WordsContext.Provider>
  )
}

/** Who is signed in with a trusted device, locked or open: for them the stream lives and the bell rings. */
function knownIn(access: Access) {
  const open = opened(access)
  if (open) return open
  if (access.at === 'locked') return access
  if (access.at === 'leaving') return access.from
  return access.at === 'recover' && access.from.at === 'locked' ? access.from : undefined
}

function firstLanguage(memory: AppProps['memory']): DeskLanguage {
  try {
    const said = memory.getItem(REMEMBERED)
    return deskLanguages.find(code => code === said) ?? 'nl'
  } catch {
    return 'nl'
  }
}
