import { use } from 'react'
import type { Finding as Found } from '../../../src/api/contract.ts'
import { CurrentSession, isOwnComputer } from '../../api/session.ts'
import { useGet } from '../../api/use-get.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'
import { Finding } from './finding.tsx'

/** What the machine has, what it lacks, and how to get it: all that `songkeep doctor` says. */
export function Doctor() {
  const { settings: text, shell, words } = useText()
  const session = use(CurrentSession)
  const isHere = session === undefined || isOwnComputer(session)
  const { data, error, loading, reload } = useGet<{ findings: readonly Found[] }>('doctor')
  return (
    <section aria-labelledby="doctor">
      <h2 id="doctor">{isHere ? text.doctor : text.doctorOfServer}</h2>
      {loading && <p className="soft">{shell.loading}</p>}
      {error !== undefined && <Problem error={error} retry={reload} />}
      {data && (
        <>
          <ul className="findings plain-list">
            {data.findings.map(({ what, state, text: found, advice }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several may speak of the same thing
              <li key={index}>
                <Finding
                  state={state}
                  label={text.states[state]}
                  title={words.doctor[what]}
                  text={found}
                  advice={advice}
                />
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
