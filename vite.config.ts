import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Two builds into one folder: the pages, then (`--mode worker`) the service worker that caches them. */
const pages = {
  outDir: '../dist',
  emptyOutDir: true,
  target: ['chrome90', 'safari15.4', 'firefox96'],
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  rolldownOptions: {
    input: { resident: resolve('src/index.html'), desk: resolve('src/desk/index.html') }
  }
}

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  build: pages,
  test: {
    root: '.',
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 20_000
  }
})
