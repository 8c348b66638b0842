import type { Match } from '../../../src/model/match.ts'
import { agreementOf } from '../../../src/words/agreement.ts'
import { useText } from '../../text/text.ts'

/** In one plain sentence, how far a recording is the one asked for; nothing where nothing was compared. */
export function AgreementSentence({
  match: { evidence },
}: {
  readonly match: Pick<Match, 'evidence'>
}) {
  const text = useText().evidence
  const agreement = agreementOf(evidence)
  if (!agreement) return null
  return <p className="agreement">{text.agreement(agreement)}</p>
}
