import { mirrored } from './mirrored.ts'

/**
 * The picture of a code, from the sprite of its kind: `area.people` stands in `/pictures/area.svg`. It says nothing by
 * itself; its word always stands beside it. `part` shows a part of it, as a view box on its 68 units.
 */
export function Picture({ code, part }: { code: string; part?: string }) {
  return (
    <svg
      class={mirrored.has(code) ? 'picture picture--way' : 'picture'}
      viewBox={part ?? '0 0 68 68'}
      aria-hidden="true"
    >
      <use href={`/pictures/${code.split('.')[0]}.svg#${code}`} width="68" height="68" />
    </svg>
  )
}
