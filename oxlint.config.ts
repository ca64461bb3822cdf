import { defineConfig } from 'oxlint'

import { type Room, rooms } from './src/rooms.ts'

const all: [string, Room][] = Object.entries(rooms)
const packages = [...new Set(all.flatMap(([, room]) => room.packages))]

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'promise', 'jsx-a11y', 'oxc'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
    'oxc/no-barrel-file': 'error',
    'typescript/no-floating-promises': 'error',
    'unicorn/filename-case': 'off',
    // live regions and groups of tiles need the role; no tag says the same
    'jsx-a11y/prefer-tag-over-role': 'off'
  },
  overrides: [
    ...all.map(([name, { sees, packages: own }]) => ({
      files: [`src/${name}/**`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: ['\\#*/**', `!\\#${name}/**`, ...sees.map(i => (i.includes('/') ? `!\\#${i}` : `!\\#${i}/**`))],
                message: `${name}/ may look only into: ${sees.join(', ') || 'itself'}`
              },
              {
                regex: `\\.\\./(${all.map(([other]) => other).join('|')})/`,
                message: 'enter another room by its #name'
              },
              {
                regex: `^(${packages.filter(i => !(own as readonly string[]).includes(i)).join('|')})`,
                message: `this package does not enter by ${name}/`
              }
            ]
          }
        ] as unknown as 'error'
      }
    })),
    { files: ['*.config.ts', 'vite.config.ts'], rules: { 'import/no-default-export': 'off' } }
  ]
})
