import { useId, useState } from 'react'
import type { MissingList } from '../../../src/api/contract.ts'
import type { MissingGrouping } from '../../../src/model/lists/missing.ts'
import { writeMissingText } from '../../../src/words/missing-text.ts'
import { addressOf } from '../../api/client.ts'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'
import { useMissingText } from './use-missing-text.ts'

interface Props {
  readonly view: string
  readonly list: MissingList
  readonly by: MissingGrouping
  readonly onGroup: (by: MissingGrouping) => void
}

const groupings = ['place', 'album'] as const satisfies readonly MissingGrouping[]

/** How the list is grouped, and how it is taken along. */
export function MissingActions({ view, list, by, onGroup }: Props) {
  const text = useMissingText()
  const { words } = useText()
  const [shown, setShown] = useState<string>()
  const write = () => writeMissingText(list, by, { missing: text.words, units: words.units })
  const copy = async () => {
    const written = write()
    try {
      await navigator.clipboard.writeText(written)
      showToast(() => text.copied)
      setShown(undefined)
    } catch {
      // Not allowed, or a page without encryption on a network: what can be marked can be copied.
      setShown(written)
    }
  }
  return (
    <>
      <div className="actions missing-actions">
        <Grouping by={by} onGroup={onGroup} />
        <button type="button" onClick={() => print()}>
          {text.print}
        </button>
        <button type="button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <a
          className="button"
          href={addressOf(`${view}/missing.csv?lang=${words.language}`)}
          download
        >
          {text.table}
        </a>
      </div>
      {shown !== undefined && <TextToCopy written={shown} />}
    </>
  )
}

function Grouping({ by, onGroup }: Pick<Props, 'by' | 'onGroup'>) {
  const text = useMissingText()
  const id = useId()
  return (
    <span className="sorting">
      <label htmlFor={id}>{text.grouping}</label>
      <select
        id={id}
        value={by}
        onChange={({ target }) => onGroup(target.value as MissingGrouping)}
      >
        {groupings.map((each) => (
          <option key={each} value={each}>
            {text.groupings[each]}
          </option>
        ))}
      </select>
    </span>
  )
}

function TextToCopy({ written }: { readonly written: string }) {
  const text = useMissingText()
  const id = useId()
  return (
    <div className="text-to-copy">
      <label htmlFor={id} role="alert">
        {text.cannotCopy}
      </label>
      <textarea
        id={id}
        readOnly
        rows={10}
        value={written}
        onFocus={({ target }) => target.select()}
      />
    </div>
  )
}
