/**
 * The picture of a code, from the sprite of its kind: `area.people` stands in `/pictures/area.svg`. It says nothing by
 * itself; its word always stands beside it.
 */
export function Picture({ code }: { code: string }) {
  return (
    <svg class="picture" viewBox="-2 -2 68 68" aria-hidden="true">
      <use href={`/pictures/${code.split('.')[0]}.svg#${code}`} />
    </svg>
  )
}
