import '#ui/tokens.css'
import './desk.css'

import { openStore } from '#store/database.ts'
import { keyring } from '#store/keyring.ts'
import { followTheme } from '#ui/theme.ts'
import { keepUpToDate } from '#ui/update.ts'
import { render } from 'preact'

import { deviceNameOf } from './access/tools.ts'
import { App } from './App.tsx'
import { sound } from './queue/sound.ts'
import { studio } from './voices/studio.ts'

followTheme(document.documentElement, query => matchMedia(query))

const now = () => Date.now()
const fetch = globalThis.fetch.bind(globalThis)
const store = await openStore()
const listeners = new Set<() => void>()
const updates = keepUpToDate(
  window,
  () => {
    for (const listener of listeners) listener()
  },
  // a desk is loaded again only by who works at it
  () => false
)
const watch = (onReady: () => void) => {
  listeners.add(onReady)
  return () => void listeners.delete(onReady)
}

render(
  <App
    world={{
      fetch,
      EventSource,
      now,
      random: Math.random,
      sound: sound(globalThis.AudioContext),
      studio: studio({ MediaRecorder, AudioContext, OfflineAudioContext, Audio, mediaDevices: navigator.mediaDevices }),
      updates: { ...updates, watch },
      origin: location.origin
    }}
    tools={{ fetch, now, store, keyring: keyring(store), deviceName: deviceNameOf(navigator.userAgent) }}
    memory={{
      // a browser that keeps nothing throws at the very name
      getItem: key => localStorage.getItem(key),
      setItem: (key, value) => localStorage.setItem(key, value)
    }}
  />,
  document.getElementById('desk')!
)
