import type { List } from '../../../src/api/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useText } from '../../text/text.ts'
import { fileAddress, type Place, playlistAddress } from './place.ts'

interface Props {
  readonly list: Pick<List, 'report'>
  readonly place: Place
}

export const exportNames = ['m3u8', 'xspf', 'jspf', 'csv', 'tunemymusic', 'listenbrainz'] as const

/** The playlist to take along: its files, its report, and the list in the words of other programs. */
export function Downloads({ list: { report }, place: { archive, folder } }: Props) {
  const text = useText().result
  if (archive === undefined || folder === undefined) return null
  const playlist = playlistAddress(archive, folder)
  return (
    <details className="menu">
      <summary>{text.actions.downloads}</summary>
      <ul>
        <li>
          <a href={addressOf(`${playlist}/zip`)} download>
            {text.actions.zip}
          </a>
        </li>
        {report?.playlist !== undefined && (
          <li>
            <a href={addressOf(fileAddress(archive, report.playlist))} download>
              {text.actions.playlist}
            </a>
          </li>
        )}
        {report?.html !== undefined && (
          <li>
            <a href={addressOf(fileAddress(archive, report.html))} target="_blank" rel="noopener">
              {text.actions.report}
            </a>
          </li>
        )}
        <li>
          {text.actions.exportAs}
          <ul>
            {exportNames.map((name) => (
              <li key={name}>
                <a href={addressOf(`${playlist}/export?as=${name}`)} download>
                  {text.exports[name]}
                </a>
              </li>
            ))}
          </ul>
        </li>
      </ul>
    </details>
  )
}
