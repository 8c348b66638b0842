import { RequestError } from '../../api/client.ts'
import { useText } from '../../text/text.ts'
import { Said } from './sentence.tsx'

/** What went wrong and what to do about it, in Songkeep's words where it gave some. */
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
  const status = error instanceof RequestError ? error.status : undefined
  if (error instanceof RequestError && error.message !== '')
    return (
      <>
        <p>
          <Said>{error.message}</Said>
        </p>
        {error.hint !== undefined && (
          <p>
            <Said>{error.hint}</Said>
          </p>
        )}
      </>
    )
  const [message, hint] =
    status === 0
      ? [refused.unreachable, refused.unreachableHint]
      : status === 401
        ? [refused.loggedOut]
        : status === 404
          ? [refused.gone]
          : status === 429
            ? [refused.busy, refused.busyHint]
            : [refused.broken, refused.brokenHint]
  return (
    <>
      <p>{message}</p>
      {hint !== undefined && <p>{hint}</p>}
    </>
  )
}
