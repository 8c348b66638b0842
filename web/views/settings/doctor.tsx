import type { Finding } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { Sentence } from '../../parts/page/sentence.tsx'
import { useText } from '../../text/text.ts'

const signs: Readonly<Record<Finding['state'], string>> = { good: '✓', note: 'i', bad: '!' }
const tones: Readonly<Record<Finding['state'], string>> = {
  good: 'kept',
  note: 'would-keep',
  bad: 'failed',
}

/** What the machine has, what it lacks, and how to get it: all that `songkeep doctor` says. */
export function Doctor() {
  const { settings: text, shell } = useText()
  const { data, error, loading, reload } = useGet<{ findings: readonly Finding[] }>('doctor')
  return (
    <section aria-labelledby="doctor">
      <h2 id="doctor">{text.doctor}</h2>
      {loading && <p className="soft">{shell.loading}</p>}
      {error !== undefined && <Problem error={error} retry={reload} />}
      {data && (
        <>
          <ul className="findings plain-list">
            {data.findings.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several may speak of the same thing
              <li key={index}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
          <button type="button" disabled={loading} onClick={reload}>
            {text.lookAgain}
          </button>
        </>
      )}
    </section>
  )
}

function FindingText({
  finding: { what, state, text: found, advice },
}: {
  readonly finding: Finding
}) {
  const { settings: text, words } = useText()
  return (
    <>
      <span className={`mark ${tones[state]}`}>
        <i aria-hidden="true">{signs[state]}</i>
        {text.states[state]}
      </span>
      <div>
        <b>{words.doctor[what]}</b>
        <p>
          <Sentence reason={found} />
        </p>
        {advice !== undefined && (
          <p className="soft">
            <Sentence reason={advice} />
          </p>
        )}
      </div>
    </>
  )
}
