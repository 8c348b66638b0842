import { UnavailableError } from '../../base/http/errors.ts'
import type { WholeAnswer } from '../../base/http/send/read-answer.ts'
import { asRecord, parseJson } from '../../base/json.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { MalformedError } from './check.ts'
import { refusals } from './protocol.ts'

/**
 * What was answered, where it is no refusal. Throws UserError where the server wants another token, else
 * UnavailableError.
 */
export function mustAnswer(answer: WholeAnswer, host: string): WholeAnswer {
  const { status, body } = answer
  if (status === 200) return answer
  if (status === 401)
    throw new UserError(
      reason('catalogue.service-refuses', { host }),
      reason('catalogue.set-token'),
    )
  const told = status >= 400 ? readRefusal(body.subarray(0, 65_536).toString()) : undefined
  const why = told
    ? reason('catalogue.service-failed', { host, why: told })
    : reason('catalogue.service-nonsense', { host })
  throw new UnavailableError(host, why)
}

/** The reason that a refusal gives. */
function readRefusal(body: string): Reason | undefined {
  const { code } = asRecord(asRecord(parseJson(body)).reason)
  const known = refusals.find((each) => each === code)
  return known && reason(known)
}

/** What `read` makes of an answer; UnavailableError where it is not as agreed. */
export function orNonsense<Value>(host: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedError || error instanceof SyntaxError)
      throw new UnavailableError(host, reason('catalogue.service-nonsense', { host }), {
        cause: error,
      })
    throw error
  }
}
