import type { KeyboardEvent } from 'react'
import { exportFormats } from '../../../src/model/lists/playlist-formats.ts'
import { addressOf } from '../../api/client.ts'
import { useText } from '../../text/text.ts'
import { fileAddress, playlistAddress } from './archive-addresses.ts'

interface Props {
  readonly archive: string
  readonly folder: string
  /** Of its playlist file and its report's page, relative to the archive, where there are any. */
  readonly playlist: string | undefined
  readonly report: string | undefined
}

/** The playlist to take along: its files, its report, and the list in the formats of other programs. */
export function Downloads({ archive, folder, playlist, report }: Props) {
  const text = useText().result
  const base = playlistAddress(archive, folder)
  return (
    <details className="menu" onKeyDown={closeByEscape}>
      <summary>{text.actions.downloads}</summary>
      <ul>
        <li>
          <a href={addressOf(`${base}/zip`)} download>
            {text.actions.zip}
          </a>
        </li>
        {playlist !== undefined && (
          <li>
            <a href={addressOf(fileAddress(archive, playlist))} download>
              {text.actions.playlist}
            </a>
          </li>
        )}
        {report !== undefined && (
          <li>
            <a href={addressOf(fileAddress(archive, report))} target="_blank" rel="noopener">
              {text.actions.report}
            </a>
          </li>
        )}
        <Exports base={base} />
      </ul>
    </details>
  )
}

function Exports({ base }: { readonly base: string }) {
  const { result: text, words } = useText()
  return (
    <li>
      {text.actions.exportAs}
      <ul>
        {exportFormats.map((name) => (
          <li key={name}>
            <a href={addressOf(`${base}/export?as=${name}&lang=${words.language}`)} download>
              {text.exports[name]}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}

function closeByEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== 'Escape') return
  currentTarget.open = false
  currentTarget.querySelector('summary')?.focus()
}
