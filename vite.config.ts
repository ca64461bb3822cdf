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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/long/**', 'node_modules/**']
        }
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 1_200_000
        }
      }
    ]
  }
})
