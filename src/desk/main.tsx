import '#ui/tokens.css'
import './desk.css'

import { openStore } from '#store/database.ts'
import { followTheme } from '#ui/theme.ts'
import { render } from 'preact'

import { deviceNameOf } from './access/tools.ts'
import { App } from './App.tsx'
import { sound } from './queue/sound.ts'

followTheme(document.documentElement, query => matchMedia(query))

const now = () => Date.now()
const fetch = globalThis.fetch.bind(globalThis)
const store = await openStore()

render(
  <App
    world={{
      fetch,
      EventSource,
      now,
      random: Math.random,
      sound: sound(globalThis.AudioContext),
      origin: location.origin
    }}
    tools={{ fetch, now, store, deviceName: deviceNameOf(navigator.userAgent) }}
    memory={localStorage}
  />,
  document.getElementById('desk')!
)
