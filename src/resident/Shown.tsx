import type { Page } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import { useEffect, useState } from 'preact/hooks'

import type { PageProps } from './page.ts'
import { fetchPage, pageOf } from './pages.ts'

/** The page at which the visit is. While its code is on the way the page before stays; nothing flashes. */
export function Shown(props: PageProps) {
  const { page } = props.visit
  const [last, setLast] = useState<PageProps>(props)
  const [failed, setFailed] = useState<Page>()
  const Component = pageOf(page)

  useEffect(() => {
    if (Component) return setLast(props)
    let wanted = true
    fetchPage(page).then(
      // a new object: on the first page of a resumed visit these are the props that stand there already
      () => wanted && setLast({ ...props }),
      () => wanted && setFailed(page)
    )
    return () => {
      wanted = false
    }
  }, [page, failed])

  if (failed === page && !Component) return <Broken onRetry={() => setFailed(undefined)} />
  if (Component) return <Component key={page} {...props} />
  const Last = pageOf(last.visit.page)
  return Last ? <Last key={last.visit.page} {...last} /> : null
}

/** Code that could not be fetched: only before the worker has put everything on this device. */
function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords()
  return (
    <main>
      <div class="head">
        <Title>{t('error.title')}</Title>
        <Sentences text={t('error.body')} />
      </div>
      <Button onTap={onRetry}>{t('error.retry')}</Button>
    </main>
  )
}
