import { Button } from '#ui/Button.tsx'
import { useWords } from '#ui/words.ts'

import type { Device } from '../page.ts'

/** "Op papier". Where a tablet has no printer there is none: its print dialog would keep a card on it, as a file. */
export function ToPaper({ device }: { readonly device: Device }) {
  const { t } = useWords()
  return device.prints ? (
    <Button kind="link" glyph="print" onTap={() => globalThis.print()}>
      {t('home.print')}
    </Button>
  ) : null
}
