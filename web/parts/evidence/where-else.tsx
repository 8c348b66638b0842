import { useState } from 'react'
import type { Link, LinkKind } from '../../../src/model/link.ts'
import { say } from '../../../src/words/say.ts'
import { type Text, useText } from '../../text/text.ts'
import { Description, DescriptionList } from './description-list.tsx'
import { OutsideLink } from './outside-link.tsx'
import { webAddress } from './web-address.ts'

/** In the order in which a listener wants them. */
const kinds = [
  'watch',
  'listen',
  'download',
  'buy',
  'homepage',
  'search',
] as const satisfies readonly LinkKind[]

const MAX_SHOWN_AT_FIRST = 6

/** Where it can be heard, seen and bought, by kind; every address once. */
export function WhereElse({ links }: { readonly links: readonly Link[] }) {
  const byKind = Map.groupBy(listAddresses(links), ({ kind }) => kind)
  const text = useText().evidence
  return (
    <DescriptionList>
      {kinds.map((kind) => {
        const some = byKind.get(kind)
        return (
          some && (
            <Description key={kind} term={text.links[kind]}>
              <LinkList links={some} />
            </Description>
          )
        )
      })}
    </DescriptionList>
  )
}

function LinkList({ links }: { readonly links: readonly Link[] }) {
  const [open, setOpen] = useState(false)
  const text = useText()
  const more = links.length - MAX_SHOWN_AT_FIRST
  return (
    <>
      <ul className="places">
        {(open ? links : links.slice(0, MAX_SHOWN_AT_FIRST)).map((link) => (
          <li key={link.url}>
            <OutsideLink url={link.url} words={link.service} />{' '}
            <small>
              <bdi>{describeLink(link, text)}</bdi>
            </small>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="quiet" onClick={() => setOpen(!open)}>
          {open ? text.evidence.fewer : text.evidence.more(more)}
        </button>
      )}
    </>
  )
}

/** What to know of a link before it is followed. A search is named by nobody but Songkeep. */
function describeLink({ kind, note, by }: Link, { words, evidence }: Text): string {
  const isSearch = kind === 'search'
  const facts = [
    isSearch ? evidence.notChecked : undefined,
    note === undefined ? undefined : say(note, words),
    isSearch ? undefined : evidence.namedBy(by),
  ]
  return facts.filter((fact) => fact !== undefined && fact !== '').join('; ')
}

function listAddresses(links: readonly Link[]): readonly Link[] {
  const byAddress = new Map<string, Link>()
  for (const link of links) {
    const url = webAddress(link.url)
    if (url !== undefined && !byAddress.has(url)) byAddress.set(url, { ...link, url })
  }
  return [...byAddress.values()]
}
