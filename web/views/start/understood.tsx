import type { Preview } from '../../../src/api/contract.ts'
import { Tick } from '../../parts/fields/tick.tsx'
import { Said } from '../../parts/said.tsx'
import { useText } from '../../text/text.ts'
import type { Chosen } from './chosen.ts'

type List = Preview['lists'][number]

/** Several playlists: which of them are wanted, and what each is. */
export function UnderstoodLists({
  lists,
  unwanted,
  changed,
  chosen,
}: {
  readonly lists: readonly List[]
  readonly unwanted: ReadonlySet<string>
  readonly changed: (unwanted: ReadonlySet<string>) => void
  readonly chosen: Chosen
}) {
  const text = useText().start
  const all = new Set(lists.map(({ name }) => name))
  return (
    <fieldset>
      <legend className="sr">{text.which}</legend>
      <div className="actions">
        <p className="wanted">{text.wanted(chosen.lists.length, lists.length, chosen.tracks)}</p>
        <button type="button" className="quiet" onClick={() => changed(new Set())}>
          {text.all}
        </button>
        <button type="button" className="quiet" onClick={() => changed(all)}>
          {text.none}
        </button>
      </div>
      <ul className="plain-list lists">
        {lists.map((list, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order, and names may be the same
          <li key={index}>
            <Tick
              label={<bdi>{list.name}</bdi>}
              hint={<Amounts list={list} />}
              ticked={!unwanted.has(list.name)}
              changed={(isWanted) => {
                const next = new Set(unwanted)
                if (isWanted) next.delete(list.name)
                else next.add(list.name)
                changed(next)
              }}
            />
            <div className="list-facts">
              <Losses list={list} />
              <details>
                <summary>
                  {text.details}
                  <span className="sr"> {list.name}</span>
                </summary>
                <Beginning list={list} />
              </details>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** `40 tracks · 2 h 33 min · 2 left out`. */
function Amounts({ list }: { readonly list: List }) {
  const { start: text, format } = useText()
  const leftOut = list.leftOut.reduce((sum, { count }) => sum + count, 0)
  const parts = [
    text.tracks(list.tracks),
    ...(list.durationMs > 0 ? [format.span(list.durationMs)] : []),
    ...(leftOut > 0 ? [text.leftOutCount(leftOut)] : []),
    ...(list.partial ? [text.partial] : []),
  ]
  return <>{parts.join(' · ')}</>
}

/** A playlist that came alone. */
export function OneList({ list }: { readonly list: List }) {
  return (
    <div className="list-facts">
      <h3>
        <bdi>{list.name}</bdi>
      </h3>
      <p>
        <Amounts list={list} />
      </p>
      <Losses list={list} />
      <Beginning list={list} />
    </div>
  )
}

/** What is not taken of it, and why. */
function Losses({ list }: { readonly list: List }) {
  const { start: text, format } = useText()
  return (
    <>
      {list.partial && <p className="note">{text.partialLong}</p>}
      {list.leftOut.length > 0 && (
        <>
          <p>{text.leftOut}</p>
          <ul>
            {list.leftOut.map(({ reason, count, examples }) => (
              <li key={reason}>
                {format.count(count)} × <Said>{reason}</Said>
                {examples.length > 0 && (
                  <small>
                    {' '}
                    {text.forExample} <bdi>{examples.join(' · ')}</bdi>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {list.notes.map((note) => (
        <p key={note} className="note">
          <Said>{note}</Said>
        </p>
      ))}
    </>
  )
}

/** Its first tracks: whoever knows the playlist sees at once whether it was read rightly. */
function Beginning({ list }: { readonly list: List }) {
  const text = useText().start
  return (
    <>
      {list.first.length > 0 && (
        <>
          <p>{text.beginsWith}</p>
          <ol className="first">
            {list.first.map(({ title, artists }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an excerpt that does not change
              <li key={index}>
                <bdi className="title">{title}</bdi>{' '}
                {artists.length > 0 && <bdi className="by">{artists.join(', ')}</bdi>}
              </li>
            ))}
            {list.tracks > list.first.length && (
              <li className="soft">{text.andMore(list.tracks - list.first.length)}</li>
            )}
          </ol>
        </>
      )}
      <p className="soft">
        {text.readAs} <Said>{list.format}</Said>
      </p>
    </>
  )
}
