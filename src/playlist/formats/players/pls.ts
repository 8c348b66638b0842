import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../../reading/entries.ts'
import { readLines } from '../../reading/lines.ts'
import { isAudioFile, isRemote, rowOfLocation } from '../../reading/location.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'
import { readServiceLink } from '../../reading/services/service-link.ts'

/** PLS, `File1=`, `Title1=`, `Length1=` under `[playlist]`: https://en.wikipedia.org/wiki/PLS_(file_format). */
export const pls: PlaylistFormat = {
  name: 'pls',
  title: reason('playlist.format-pls'),
  recognise: (input) => (/^\s{0,9}\[playlist\]/i.test(input.text) ? 1 : 0),
  read: (input) => [
    buildPlaylist({ format: 'pls', name: '', fallbackName: nameOf(input) }, readRows(input)),
  ],
  // Numbers that are given, or as many as the list says it has.
  count({ text }) {
    const said = Number(ENTRIES.exec(text)?.[1] ?? 0)
    const numbers = new Set<string>()
    for (const [, number = ''] of text.matchAll(
      /^[^\S\r\n]*(?:File|Title|Length)0*(\d{1,9})[^\S\r\n]*=/gim,
    ))
      numbers.add(number)
    return Math.max(said, numbers.size)
  },
}

/** On one line: what looks for its end over empty lines as well looks at each of them again. */
const ENTRIES = /^[^\S\r\n]*NumberOfEntries[^\S\r\n]*=[^\S\r\n]*(\d{1,6})[^\S\r\n]*$/im

interface PlsEntry {
  file?: string
  title?: string
  length?: string
}

function readRows(input: FormatInput): ReadRow[] {
  // Numbers may come in any order, and some not at all.
  const items = new Map<number, PlsEntry>()
  for (const line of readLines(input.text)) {
    const [, field, number, value] = /^\s*(File|Title|Length)(\d{1,9})\s*=(.*)$/i.exec(line) ?? []
    if (!field || value === undefined) continue
    const item = items.get(Number(number)) ?? {}
    item[field.toLowerCase() as keyof PlsEntry] = value.trim()
    items.set(Number(number), item)
    checkCount(items.size)
  }
  return [...items].sort(([a], [b]) => a - b).map(([, item]) => readItem(item))
}

function readItem({ file = '', title = '', length }: PlsEntry): ReadRow {
  const durationMs = secondsToMs(length)
  const finite = durationMs !== undefined && durationMs > 0
  const isTrack = readServiceLink(file)?.kind === 'track'
  if (isRemote(file) && !isAudioFile(file) && !finite && !isTrack)
    return skipRow(title || file, reason('playlist.stream-or-list'))
  if (title === '' && file !== '') return rowOfLocation(file)
  const split = splitArtistTitle(title)
  return nameByFile({
    kind: 'track',
    title: split.title,
    artists: [split.artist],
    durationMs,
    uri: isRemote(file) ? file : undefined,
    path: isRemote(file) ? undefined : file,
    note: split.note,
  })
}
