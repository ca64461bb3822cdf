import { useWords } from '#ui/words.ts'

import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { PromiseLines, type PromiseLinesProps } from './PromiseLines.tsx'

export interface PromisesStepProps extends PromiseLinesProps {
  readonly onNext: () => void
  readonly onBack: () => void
}

export function PromisesStep({ onNext, onBack, ...lines }: PromisesStepProps) {
  const { t } = useWords()
  return (
    <Frame title={t('pro.access.promises.title')} lead={t('pro.access.promises.lead')}>
      <Form
        onSubmit={onNext}
        does={t('pro.access.promises.next')}
        beside={<Quiet onTap={onBack}>{t('pro.access.back')}</Quiet>}
      >
        <PromiseLines {...lines} />
      </Form>
    </Frame>
  )
}
