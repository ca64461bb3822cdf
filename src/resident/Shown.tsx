import type { Page } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import type { PageProps } from './page.ts'
import { fetchPage, pageOf } from './pages.ts'

/** The page at which the visit is. While its code is on the way the page before stays; nothing flashes. */
export function Shown(props: PageProps) {
  const { page } = props.visit
  const last = useRef(props)
  const [failed, setFailed] = useState<Page>()
  const [, setArrived] = useState<Page>()
  const Component = pageOf(page)
  if (Component) last.current = props

  useEffect(() => {
    if (Component) return
    let wanted = true
    fetchPage(page).then(
      () => wanted && setArrived(page),
      () => wanted && setFailed(page)
    )
    return () => {
      wanted = false
    }
  }, [page, failed])

  if (failed === page && !Component) return <Broken onRetry={() => setFailed(undefined)} />
  if (Component) return <Component key={page} {...props} />
  const { current: before } = last
  const Before = pageOf(before.visit.page)
  return Before ? <Before key={before.visit.page} {...before} /> : null
}

/** Code that could not be fetched: only before the worker has put everything on this device. */
function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords()
  return (
    <main>
      <div class="head">
        <Title says="error.title" />
        <Sentences says="error.body" />
      </div>
      <Button onTap={onRetry}>{t('error.retry')}</Button>
    </main>
  )
}
