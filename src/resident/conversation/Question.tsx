import { chapterOf } from '#intake/flow.ts'
import { questionOf } from '#intake/question.ts'
import { Controls } from '#ui/Controls.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { Notice, Said } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Say } from '#ui/Say.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import type { PageProps } from '../page.ts'
import { Answers } from './Answers.tsx'
import { Sky } from './Sky.tsx'

/** One question on one page: all kinds, as `intake/flow.ts` has them. It holds no answer itself. */
export function Question({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  const question = questionOf(visit)
  if (!question) return null
  const { about, notes } = question
  const full = visit.notice?.key === 'common.full' && visit.notice
  const next = question.answered
    ? { says: 'common.next', onTap: () => dispatch({ type: 'next' }) }
    : { says: 'common.skip', onTap: () => dispatch({ type: 'skip' }), skip: true }

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
      foot={
        full && (
          <Notice>
            <Say text={full.key} values={{ count: full.count ?? 0 }} />
          </Notice>
        )
      }
    >
      <div class={about ? 'head head--about' : 'head'}>
        {about && (
          <span class="tile__plate">
            <Picture code={about} />
          </span>
        )}
        <div>
          {about && (
            <p class="head__about" id="about" data-say={about}>
              {t(about)}
            </p>
          )}
          <Title id="question" describedBy={about && 'about'} says={question.title} />
          <Sentences id="question-help" says={question.help} />
        </div>
      </div>
      <Answers question={question} wrong={visit.notice?.key === 'stepOwn.noNumber'} dispatch={dispatch} />
      <Said>
        {notes.map(note => (
          <p class="noted" key={note}>
            <Glyph name="lockClosed" />
            <Say text={note} />
          </p>
        ))}
      </Said>
    </Page>
  )
}
