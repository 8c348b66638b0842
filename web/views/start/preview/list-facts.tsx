import type { Preview } from '../../../../src/api/contract.ts'
import { Sentence } from '../../../parts/page/sentence.tsx'
import { useText } from '../../../text/text.ts'

type List = Preview['lists'][number]

/** `40 tracks · 2 h 33 min · 2 left out`. */
export function Amounts({ list }: { readonly list: List }) {
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
      <LeftOut list={list} />
      <FirstTracks list={list} />
    </div>
  )
}

/** What is not taken of it, and why. */
export function LeftOut({ list }: { readonly list: List }) {
  const { start: text, format } = useText()
  return (
    <>
      {list.partial && <p className="note">{text.partialLong}</p>}
      {list.leftOut.length > 0 && (
        <>
          <p>{text.leftOut}</p>
          <ul>
            {list.leftOut.map(({ reason, count, examples }) => (
              <li key={JSON.stringify(reason)}>
                {format.count(count)} × <Sentence reason={reason} />
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
        <p key={JSON.stringify(note)} className="note">
          <Sentence reason={note} />
        </p>
      ))}
    </>
  )
}

/** Its first tracks: whoever knows the playlist sees at once whether it was read rightly. */
export function FirstTracks({ list }: { readonly list: List }) {
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
        {text.readAs} <Sentence reason={list.format} />
      </p>
    </>
  )
}
