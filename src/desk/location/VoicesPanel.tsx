import { useWords } from '#ui/words.ts'

/** The door to the page on which volunteers record sentences; only a coordinator has it. */
export function VoicesPanel({ onOpen }: { onOpen: () => void }) {
  const { t } = useWords()
  return (
    <section class="panel" aria-labelledby="voices">
      <h2 id="voices">{t('pro.voices.title')}</h2>
      <p class="hint">{t('pro.voices.panel')}</p>
      <p>
        <button type="button" class="btn" onClick={onOpen}>
          {t('pro.voices.open')}
        </button>
      </p>
    </section>
  )
}
