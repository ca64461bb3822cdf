import './code.css'

import { Picture } from './Picture.tsx'
import { Say } from './Say.tsx'

/** The pickup label: a picture, its word and three digits. Not a secret, and it opens nothing. */
export interface PickupCode {
  readonly word: string
  readonly digits: string
}

/** The code as large as the screen allows, with its picture for those who do not read. */
export function CodePlate({ code }: { code: PickupCode }) {
  return (
    <div class="code">
      <span class="code__plate">
        <Picture code={code.word} />
      </span>
      <p class="code__word" translate={false}>
        <bdi>
          <Say text={code.word} />{' '}
          {code.digits.split('').map((digit, at) => (
            <span data-say={`digit.${digit}`} key={at}>
              {digit}
            </span>
          ))}
        </bdi>
      </p>
    </div>
  )
}
