import type { OneSwitchProps } from '#ui/oneSwitch/OneSwitch.tsx'
import type { Theme } from '#ui/theme.ts'
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** What somebody chose under Hulp to see and to tap more easily. It goes with the visit: nothing of it is kept. */
export interface Ease {
  /** How large the letters are: 1, 1.5 or 2 times. */
  readonly letters: number
  readonly contrast: boolean
  readonly dark: boolean
  readonly oneSwitch: boolean
  readonly turn: (what: 'letters' | 'contrast' | 'dark' | 'oneSwitch') => void
  /** The border that goes round, once it is here. */
  readonly OneSwitch: ComponentType<OneSwitchProps> | undefined
}

const sizes = [1, 1.5, 2]

/** @param theme without one, nothing of the device is known and no colours are chosen */
export function useEase(theme: Theme | undefined): Ease {
  const [letters, setLetters] = useState(1)
  const [, setLight] = useState({})
  const [oneSwitch, setOneSwitch] = useState(false)
  const [OneSwitch, setComponent] = useState<ComponentType<OneSwitchProps>>()

  useEffect(() => {
    const { dataset } = document.documentElement
    if (letters > 1) dataset['letters'] = String(letters)
    else delete dataset['letters']
  }, [letters])

  useEffect(() => {
    // fetched ahead, as all that is needed without a network; until then one switch can do nothing
    let deaf: (() => void) | undefined
    let over = false
    void import('./oneSwitch.ts').then(
      i => {
        if (over) return
        setComponent(() => i.OneSwitch)
        deaf = i.hearHold(document, () => setOneSwitch(true))
      },
      () => undefined
    )
    return () => {
      over = true
      deaf?.()
    }
  }, [])

  const { contrast, dark } = theme?.light() ?? { contrast: false, dark: false }
  return {
    letters,
    contrast,
    dark,
    oneSwitch,
    OneSwitch,
    turn(what) {
      if (what === 'letters') return setLetters(sizes[(sizes.indexOf(letters) + 1) % sizes.length]!)
      if (what === 'oneSwitch') return setOneSwitch(!oneSwitch)
      theme?.choose(what === 'contrast' ? { contrast: !contrast } : { dark: !dark })
      setLight({})
    }
  }
}
