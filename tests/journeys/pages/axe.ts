import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const sessions = new WeakMap<Page, CDPSession>()

/**
 * What axe finds on the page as it is, one line each. It runs in a world of its own beside the page, so that the page's
 * policy stays what it is, and sees all of it at once, because what lies half under the controls is no fault.
 *
 * @param without rules that would find nothing new here
 */
export async function axe(page: Page, without: readonly string[] = []): Promise<string[]> {
  const size = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (height > size.height) await page.setViewportSize({ ...size, height })
  const found = await run(page, without)
  if (height > size.height) await page.setViewportSize(size)
  return found
}

async function run(page: Page, without: readonly string[]): Promise<string[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe'
  })
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  if ((await evaluate('typeof axe')) === 'undefined') await evaluate(`${axeSource};0`)
  const off = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  const options = { runOnly: rules, rules: off, resultTypes: ['violations'], preload: false }
  const found = (await evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))))`
  )) as string[]
  return found
}
