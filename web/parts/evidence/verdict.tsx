import { isSameReason } from '../../../src/model/reason.ts'
import type { HostTermsSummary, Verdict } from '../../../src/model/verdict.ts'
import { licenceName } from '../../../src/words/names.ts'
import { useText } from '../../text/text.ts'
import { Sentence } from '../page/sentence.tsx'
import { Aside, Description, DescriptionList, Sentences } from './description-list.tsx'
import { OutsideLink } from './outside-link.tsx'

/** Whether it may be copied and the reason that decides, in one line. */
export function VerdictSentence({ verdict: { action, reasons } }: { readonly verdict: Verdict }) {
  const text = useText().evidence
  const [first] = reasons
  return (
    <p>
      {text.actions[action]}
      {first !== undefined && (
        <>
          : <Sentence reason={first} />
        </>
      )}
    </p>
  )
}

/** Both keys, and what was decided by more than the reason that decides, which is told before. */
export function VerdictFacts({ verdict }: { readonly verdict: Verdict }) {
  const { evidence: text, words } = useText()
  const { licence, host, reasons } = verdict
  const decides = host !== undefined && isSameReason(reasons[0], host.reason)
  const others = reasons.slice(1).filter((reason) => !isSameReason(reason, host?.reason))
  return (
    <DescriptionList>
      <Description term={text.licence}>
        <OutsideLink url={licence.url} words={licenceName(licence, words)} />
        {licence.asGiven !== undefined && licence.asGiven !== licence.name && (
          <Aside>
            <bdi>{text.asGiven(licence.asGiven)}</bdi>
          </Aside>
        )}
      </Description>
      {host && (
        <Description term={text.host}>
          <Host host={host} decides={decides} />
        </Description>
      )}
      {others.length > 0 && (
        <Description term={text.verdict}>
          <Sentences reasons={others} />
        </Description>
      )}
    </DescriptionList>
  )
}

function Host({ host, decides }: { readonly host: HostTermsSummary; readonly decides: boolean }) {
  const { name, reason, conditions = [] } = host
  return (
    <>
      <bdi>{name}</bdi>
      <Terms host={host} />
      <Sentences reasons={[...(decides ? [] : [reason]), ...conditions]} />
    </>
  )
}

function Terms({ host: { termsUrl, readOn } }: { readonly host: HostTermsSummary }) {
  const text = useText().evidence
  if (termsUrl === undefined)
    return readOn !== undefined && <small>{` · ${text.lookedUp(readOn)}`}</small>
  return (
    <small>
      {' · '}
      <OutsideLink url={termsUrl} words={text.itsTerms} />
      {readOn !== undefined && `, ${text.readOn(readOn)}`}
    </small>
  )
}
