import { Fragment } from 'react'
import { useText } from '../../../text/text.ts'
import { diffWords } from './diff-words.ts'

interface Props {
  /** What the playlist says, where it says anything. */
  readonly asked: string | undefined
  readonly found: string
}

/** A name with the words marked that the playlist has not, and those struck through that only it has. */
export function Difference({ asked, found }: Props) {
  const text = useText().review
  if (asked === undefined || asked === '') return <bdi>{found}</bdi>
  return (
    <bdi>
      {diffWords(asked, found).map(({ kind, text: words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words never change places.
        <Fragment key={at}>
          {at > 0 && ' '}
          {kind === 'same' && words}
          {kind === 'added' && (
            <ins>
              <span className="sr">{text.added} </span>
              {words}
            </ins>
          )}
          {kind === 'missing' && (
            <del>
              <span className="sr">{text.missing} </span>
              {words}
            </del>
          )}
        </Fragment>
      ))}
    </bdi>
  )
}
