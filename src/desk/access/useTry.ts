import { useCallback, useRef, useState } from 'preact/hooks'

import type { Trouble } from './ways.ts'

export interface Try {
  readonly busy: boolean
  readonly trouble: Trouble | undefined
  /** How often it was tried: focus goes to what is wrong after each time. */
  readonly count: number
  /** Runs one act at a time; a second tap while it runs does nothing. */
  readonly attempt: (act: () => Promise<Trouble | undefined>) => void
}

export function useTry(): Try {
  const [state, set] = useState<{ busy: boolean; trouble: Trouble | undefined; count: number }>({
    busy: false,
    trouble: undefined,
    count: 0
  })
  const running = useRef(false)
  const attempt = useCallback((act: () => Promise<Trouble | undefined>) => {
    if (running.current) return
    running.current = true
    set(before => ({ ...before, busy: true }))
    void (async () => {
      let trouble: Trouble | undefined = { refused: 'unexpected' }
      try {
        trouble = await act()
      } finally {
        running.current = false
        set(before => ({ busy: false, trouble, count: before.count + 1 }))
      }
    })()
  }, [])
  return { ...state, attempt }
}
