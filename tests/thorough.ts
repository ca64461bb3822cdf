/**
 * True in the long runs (`npm run test:full`): what is tried with some cases in `npm test` is then tried with all of
 * them. Set by the project `long` in vite.config.ts.
 */
export const thorough = process.env['THOROUGH'] === 'yes'
