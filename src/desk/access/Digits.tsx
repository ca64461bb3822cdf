/** 20 digits in 5 groups, large enough to read aloud over a table. Spoken digit by digit. */
export function Digits({ digits, label }: { digits: string; label: string }) {
  return (
    <ol class="digits" aria-label={label} translate={false} dir="ltr">
      {digits.split(' ').map((group, i) => (
        <li key={i} aria-label={Array.from(group).join(' ')}>
          {group}
        </li>
      ))}
    </ol>
  )
}
