import { useCallback, useEffect, useState } from 'preact/hooks'

export type Route =
  | { readonly page: 'board' }
  | { readonly page: 'card'; readonly id: string }
  | { readonly page: 'team' }
  | { readonly page: 'place' }
  | { readonly page: 'voices' }

/**
 * Where the professional is. It lives in memory: an address and `history.state` reach the disk, and which card somebody
 * read is nobody's business there. The browser's Back button leads to the board all the same.
 */
export function useRoute(): { route: Route; go: (to: Route) => void } {
  const [route, setRoute] = useState<Route>({ page: 'board' })
  const go = useCallback((to: Route) => {
    setRoute(was => {
      if (was.page === 'board' && to.page !== 'board') history.pushState(null, '')
      return to
    })
  }, [])
  useEffect(() => {
    const back = () => setRoute({ page: 'board' })
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])
  return { route, go }
}
