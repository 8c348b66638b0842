import { type ReactNode, useId } from 'react'
import type { IncomingList } from '../../../../src/api/contract.ts'
import { reason } from '../../../../src/model/reason.ts'
import { Sentence } from '../../../parts/page/sentence.tsx'
import { useText } from '../../../text/text.ts'
import { choiceOf, NEW, type Said } from './answers.ts'

interface Props {
  readonly list: IncomingList
  readonly said: Said | undefined
  readonly say: (said: Said) => void
}

/** Whose newer version the playlist is, or that it is a new list. */
export function WhichList({ list, said, say }: Props) {
  const text = useText().start
  const group = useId()
  const choice = choiceOf(list, said)
  const option = (value: string, label: ReactNode) => (
    <label key={value} className="tick">
      <input
        type="radio"
        name={group}
        checked={choice === value}
        onChange={() => say({ list: value })}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <fieldset className="which-list">
      <legend>
        {text.thisIs} <bdi>{list.playlist}</bdi>
      </legend>
      <p className="hint">{text.thisIsHint}</p>
      {list.candidates.map(({ id, ...facts }) =>
        option(id, <Sentence reason={reason('backup.newer-version', facts)} />),
      )}
      {option(NEW, <Sentence reason={reason('backup.new-list', {})} />)}
    </fieldset>
  )
}
