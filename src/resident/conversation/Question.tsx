import { areaOf, chosenOn } from '#intake/choosing.ts'
import { chapterOf, stepOf } from '#intake/flow.ts'
import { canGoOn } from '#intake/journey.ts'
import { Controls } from '#ui/Controls.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { Notice, Said } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import type { PageProps } from '../page.ts'
import { Answers } from './Answers.tsx'
import { OwnWords } from './OwnWords.tsx'
import { Sky } from './Sky.tsx'

/** One question on one page: all kinds, as `intake/flow.ts` has them. It holds no answer itself. */
export function Question({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  const step = stepOf(visit.page)!
  const place = { place: visit.setting.place }
  const area = areaOf(visit.page)
  const chosen = chosenOn(visit.page, visit.answers)
  const help = step.help(visit)
  const full = visit.notice?.key === 'common.full' && visit.notice

  const notes = step.options(visit).filter(i => i.note && chosen.includes(i.code))
  const next = canGoOn(visit)
    ? { label: t('common.next'), onTap: () => dispatch({ type: 'next' }) }
    : { label: t('common.skip'), onTap: () => dispatch({ type: 'skip' }), skip: true }

  return (
    <Page
      sky={<Sky chapter={chapterOf(visit)} />}
      controls={
        <Controls
          back={() => dispatch({ type: 'back' })}
          help={() => dispatch({ type: 'open', page: 'help' })}
          next={next}
        />
      }
    >
      <div class={area ? 'head head--area' : 'head'}>
        {area && (
          <span class="tile__plate">
            <Picture code={area} />
          </span>
        )}
        <div>
          {area && <p class="head__area">{t(area)}</p>}
          <Title id="question">{t(step.question(visit), place)}</Title>
          <Sentences id="question-help" text={t(help, place)} />
        </div>
      </div>
      {step.kind === 'text' ? (
        <OwnWords
          label={t('stepOwn.label')}
          text={visit.answers.stepText ?? ''}
          max={step.max}
          wrong={visit.notice?.key === 'stepOwn.noNumber'}
          dispatch={dispatch}
        />
      ) : (
        <Answers step={step} visit={visit} chosen={chosen} dispatch={dispatch} />
      )}
      <Said>
        {notes.map(i => (
          <p class="said" key={i.code}>
            <Glyph name="lockClosed" />
            {t(i.note!)}
          </p>
        ))}
        {full && <Notice>{t(full.key, { count: full.count ?? 0 })}</Notice>}
      </Said>
    </Page>
  )
}
