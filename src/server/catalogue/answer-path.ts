import type { CatalogueAnswers } from '../../app/catalogues/service.ts'
import { type Reason, reason } from '../../model/reason.ts'

export interface Answer {
  readonly status: number
  readonly body: string | Uint8Array
}

export const refuse = (status: number, why: Reason): Answer => ({
  status,
  body: JSON.stringify({ reason: why }),
})

/** The paths are those of `catalogue/remote/protocol.ts`; `body` is there where it came by POST. */
export function answerPath(
  answers: CatalogueAnswers,
  path: string,
  body: string | undefined,
): Answer {
  const [, first, id = '', what, file = '', ...more] = path.split('/')
  const none = refuse(404, reason('catalogue.ask-no-such-path'))
  if (first !== 'catalogues' || more.length > 0) return none
  if (path === '/catalogues') return body === undefined ? answers.describe() : none
  if (!/^[0-9a-f]{32}$/.test(id)) return none
  if (what === 'ask' && file === '' && body !== undefined) return answers.ask(id, body)
  if (what === 'names' && body === undefined) return answers.names(id, file)
  return none
}
