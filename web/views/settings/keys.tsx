import type { Key } from '../../../src/api/contract.ts'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { KeyItem } from './key-item.tsx'
import type { SettingsAnswer } from './settings-answer.ts'

/** The keys to services: what each adds, where to get it, and whether it is set. */
export function Keys({
  answer,
  saved,
}: {
  readonly answer: SettingsAnswer
  readonly saved: (answer: SettingsAnswer) => void
}) {
  const text = useText().settings
  if (answer.keys.length === 0) return null
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{text.keys}</h2>
      <p>{text.keysLong}</p>
      <p>
        <a href={linkTo({ kind: 'guide' })}>{text.guide}</a>
      </p>
      <ul className="keys plain-list">
        {answer.keys.map((key: Key) => (
          <li key={key.variable}>
            <KeyItem of={key} settings={answer.settings} saved={saved} />
          </li>
        ))}
      </ul>
    </section>
  )
}
