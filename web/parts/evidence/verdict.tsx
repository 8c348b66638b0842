import { isSameReason } from '../../../src/model/reason.ts'
import type { HostTermsSummary, Verdict } from '../../../src/model/verdict.ts'
import { licenceName } from '../../../src/words/names.ts'
import { useText } from '../../text/text.ts'
import { Aside, Description, DescriptionList, Sentences } from './description-list.tsx'
import { OutsideLink } from './outside-link.tsx'

/** Both keys, and what was decided by them. */
export function VerdictFacts({ verdict }: { readonly verdict: Verdict }) {
  const { evidence: text, words } = useText()
  const { licence, host, reasons, action } = verdict
  // Where the host decides, its sentence stands with the decision, else with the host.
  const decides = host !== undefined && isSameReason(reasons[0], host.reason)
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
      <Description term={text.verdict}>
        {text.actions[action]}
        <Sentences
          reasons={
            decides ? reasons : reasons.filter((reason) => !isSameReason(reason, host?.reason))
          }
        />
      </Description>
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
