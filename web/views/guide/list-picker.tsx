import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react'
import type { SpotifyPlaylist } from '../../../src/api/contract.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { goTo, linkTo } from '../../route.ts'
import { useGuide } from '../../text/guide.ts'
import { useText } from '../../text/text.ts'
import { useSay } from '../../text/use-say.ts'
import { addLinks } from '../start/inputs/inputs.ts'
import { findLists } from './find-lists.ts'
import { ListOptions } from './list-options.tsx'

/** The start page takes so many at once. */
const MAX_TAKEN = 200

/** The lists of the account, to tick; what is ticked goes to the start page. */
export function ListPicker({ lists }: { readonly lists: readonly SpotifyPlaylist[] }) {
  const words = useGuide().login
  const { format } = useText()
  const say = useSay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const readable = useMemo(() => lists.filter(({ unreadable }) => !unreadable), [lists])
  const asked = useDeferredValue(query)
  const found = findLists(readable, asked, ({ name }) => say(name))
  const id = useId()

  const choose = useCallback((uris: readonly string[], isChosen: boolean) => {
    setChosen((before) =>
      isChosen ? before.union(new Set(uris)) : before.difference(new Set(uris)),
    )
  }, [])
  const take = () => {
    addLinks(readable.map(({ uri }) => uri).filter((uri) => chosen.has(uri)))
    goTo(linkTo({ kind: 'start' }))
  }
  const uris = found.map(({ uri }) => uri)

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{words.search}</label>
        <input
          id={id}
          type="search"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      <div className="actions">
        <p role="status">
          {words.chosen(format.count(chosen.size), format.count(readable.length))}
        </p>
        <button type="button" className="quiet" onClick={() => choose(uris, true)}>
          {words.all}
        </button>
        <button type="button" className="quiet" onClick={() => choose(uris, false)}>
          {words.none}
        </button>
      </div>
      {found.length === 0 && <p>{words.nothingFound}</p>}
      <ListOptions lists={found} chosen={chosen} choose={choose} />
      {chosen.size > MAX_TAKEN && <p>{words.tooMany(format.count(MAX_TAKEN))}</p>}
      <button
        type="button"
        className="primary"
        disabled={chosen.size === 0 || chosen.size > MAX_TAKEN}
        onClick={take}
      >
        {words.take}
      </button>
      <Unreadable lists={lists.filter(({ unreadable }) => unreadable)} />
    </>
  )
}

/** Those that Spotify shows and gives to no app of the reader's, and why. */
function Unreadable({ lists }: { readonly lists: readonly SpotifyPlaylist[] }) {
  const words = useGuide().login
  const say = useSay()
  if (lists.length === 0) return null
  return (
    <details>
      <summary>{words.unreadable(lists.length)}</summary>
      <p>{words.unreadableHint}</p>
      <ul>
        {lists.map(({ uri, name, owner, unreadable }) => (
          <li key={uri}>
            <Sentence reason={name} /> <small>{words.by(say(owner))}</small>
            {unreadable && (
              <small>
                {': '}
                <Sentence reason={unreadable} />
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
