import { RequestError } from '../../api/client.ts'
import { type Text, useText } from '../../text/text.ts'
import { FaultText } from './fault-text.tsx'

/** What went wrong and what to do about it, as the server says it where it says anything. */
export function Problem({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry?: (() => void) | undefined
}) {
  const text = useText().shell
  return (
    <div className="problem" role="alert">
      <ProblemText error={error} />
      {retry && (
        <button type="button" onClick={retry}>
          {text.tryAgain}
        </button>
      )}
    </div>
  )
}

function ProblemText({ error }: { readonly error: unknown }) {
  const { refused } = useText().shell
  if (error instanceof RequestError && error.fault) return <FaultText {...error.fault} />
  const [message, hint] = describeStatus(
    error instanceof RequestError ? error.status : undefined,
    refused,
  )
  return (
    <>
      <p>{message}</p>
      {hint !== undefined && <p>{hint}</p>}
    </>
  )
}

/** The page's own words for an answer that has none; without a status the page itself broke. */
function describeStatus(
  status: number | undefined,
  text: Text['shell']['refused'],
): readonly [message: string, hint?: string] {
  switch (status) {
    case 0:
      return [text.unreachable, text.unreachableHint]
    case 401:
      return [text.loggedOut]
    case 404:
      return [text.gone]
    case 429:
      return [text.busy, text.busyHint]
    default:
      return [text.broken, text.brokenHint]
  }
}
