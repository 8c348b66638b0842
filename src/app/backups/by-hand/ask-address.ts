import { searchByHand } from '../../../backup/search/search-by-hand.ts'
import { reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { providers } from '../../../source/all.ts'
import { whoCan } from '../../../source/provider.ts'
import { UserError } from '../../../words/user-error.ts'
import type { OpenOnline } from '../../open-online.ts'
import { contextOf, type HandAnswer } from './hand-answer.ts'

/** What an address or a code names, asked of whoever knows it. UserError where nobody reads such an address. */
export async function askAddress(
  text: string,
  track: Track,
  online: OpenOnline,
  signal: AbortSignal,
): Promise<HandAnswer> {
  const finders = whoCan(online.providers, 'find')
  const questions = providers.flatMap(({ name, title, key, readAddress }) => {
    const id = readAddress?.(text)
    if (id === undefined) return []
    const provider = finders.find((each) => each.name === name)
    if (!provider)
      throw new UserError(
        reason('app.address-needs-key', { by: title, variable: key?.variable ?? '' }),
      )
    return [{ provider, ask: (gone: AbortSignal) => provider.find(id, gone) }]
  })
  if (questions.length === 0)
    throw new UserError(reason('app.address-unknown'), reason('app.addresses-known'))
  return { ...(await searchByHand(track, track, questions, contextOf(online), signal)), told: [] }
}
