import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { readLines, sampleLines } from '../../reading/lines.ts'
import { isRemote, rowOfLocation } from '../../reading/location.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'
import { soundsLikeProse } from '../../reading/prose.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { isHeaderCell } from '../../reading/table/header-meaning.ts'
import { understandTable } from '../../reading/table/table.ts'
import {
  findLayout,
  isComment,
  isHeading,
  type Layout,
  readNames,
} from '../../reading/tracklist/layout.ts'
import { splitNames } from '../../reading/tracklist/pairing.ts'
import { STAMP_LEAD } from '../../reading/tracklist/trims.ts'

/** Plain lines, `Artist - Title` each, as people type, paste and number them. Answers last, and never for certain. */
export const text: PlaylistFormat = {
  name: 'text',
  title: reason('playlist.format-text'),

  recognise(input) {
    const lines = sampleLines(input.text)
    const first = lines[0]?.trimStart() ?? ''
    // Another format, or a page of the web; not songs.
    if (lines.length === 0 || /^(?:[{<]|\[[\w ]+\]\s*$)/.test(first)) return 0
    if (/^\s*\[\s*[[{\]"]/.test(input.text.slice(0, 1000))) return 0
    if (/^(?:json|jsonl|xml|html?|js|ts|css)$/.test(extensionOf(input.name))) return 0
    if (isTableName(input) && understandTable(input.text)) return 0
    const layout = findLayout(linesOf(input))
    const rows = lines.flatMap((line) => (line.length < 300 ? (readLine(line, layout) ?? []) : []))
    const parted = rows.filter((row) => row.kind === 'track' && (row.artists?.length || row.path))
    if (parted.length >= lines.length * (layout.stampedOnly ? 0.25 : 0.5)) return 0.3
    const asked =
      input.name === '-' || /^(?:txt|text|list|lst|csv|tsv)?$/.test(extensionOf(input.name))
    return asked && !soundsLikeProse(lines) ? 0.2 : 0
  },

  read(input) {
    const layout = findLayout(linesOf(input))
    const { order, guessed } = layout.pairing
    const notes = order === 'title-first' && guessed ? [reason('playlist.title-first')] : []
    const nameOrder = order === 'unsure' ? order : undefined
    const head = {
      format: 'text',
      name: '',
      fallbackName: nameOf(input),
      notes,
      nameOrder,
    } as const
    return [buildPlaylist(head, readRows(input, layout))]
  },

  count: (input) => countLines(linesOf(input), (line) => line !== '' && !isComment(line)),
}

const isTableName = ({ name }: FormatInput) => /^[ct]sv$/.test(extensionOf(name))

/** A table of one column is lines: without its quotes, and without what it calls them. */
function linesOf(input: FormatInput): string {
  if (!isTableName(input)) return joinBlocks(input.text) ?? input.text
  const lines = [...readCsv(input.text, ',', 1)].map(({ cells }) => cells.join(', '))
  const [first = '', ...rest] = lines
  const isHead = isHeaderCell(first) && !rest.some(isHeaderCell)
  return (isHead ? rest : lines).map((line) => line.replaceAll(/[\r\n]+/g, ' ')).join('\n')
}

/** Two lines for each song, with an empty one between: as they are copied from pages. */
function joinBlocks(text: string): string | undefined {
  if (!/^[^\r\n]+\r?\n[^\r\n]+\r?\n[^\S\r\n]*\r?\n/.test(text.trimStart())) return undefined
  const blocks = text
    .trim()
    .split(/\r?\n(?:[^\S\r\n]*\r?\n)+/)
    .map((block) => block.split(/\r?\n/).map((line) => line.trim()))
  const arePairs =
    blocks.length > 2 &&
    blocks.every((lines) => lines.length === 2 && lines.every((line) => isName(line)))
  return arePairs ? blocks.map((lines) => lines.join(' - ')).join('\n') : undefined
}

const isName = (line: string) =>
  line !== '' && line.length < 120 && !/ [-–—] |^#|:\/\/|[.:;,]$/.test(line)

function* readRows(input: FormatInput, layout: Layout): Generator<ReadRow> {
  for (const raw of readLines(linesOf(input))) {
    const row = readLine(raw, layout)
    if (row) yield row
  }
}

function readLine(raw: string, layout: Layout): ReadRow | undefined {
  const line = raw.trim()
  if (line === '' || isComment(line)) return undefined
  if (line.startsWith('spotify:') || isRemote(line)) return rowOfLocation(line)
  // Exaile writes what else it knows behind a tab.
  if (/^file:\/\//i.test(line)) return rowOfLocation(line.split('\t', 1)[0] ?? line)
  if (isHeading(line)) return skipRow(line, reason('playlist.heading'))
  if (layout.stampedOnly && !STAMP_LEAD.test(line))
    return skipRow(line, reason('playlist.line-without-time'))
  const { names, durationMs } = readNames(line, layout)
  if (!/[\p{L}\p{N}]/u.test(names) && !/^\S{1,5}$/.test(names))
    return skipRow(line, reason('playlist.line-without-words'))
  const cells = names.split('\t', 4).map((cell) => cell.trim())
  if (cells.length > 1 && cells[0] && cells[1])
    return { kind: 'track', title: cells[1], artists: [cells[0]], album: cells[2], durationMs }
  return readTrack(names, durationMs, layout)
}

function readTrack(names: string, durationMs: number | undefined, { pairing }: Layout): ReadRow {
  const timed = /^(.*) [[(]((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]$/s.exec(names)
  const length = durationMs ?? secondsToMs(timed?.[2])
  // What is played together with the track before.
  const line = (timed?.[1] ?? names).replace(/^w\/ ?(?=\S)/i, '')
  const { artist, title, note } = splitNames(line, pairing)
  if (/^(?:id|\?+|unknown(?: track)?|unreleased)$/i.test(title))
    return skipRow(names, reason('playlist.unidentified'))
  // As foobar2000 copies them: `Artist - [Album #01] Title`.
  const [, album, number, bare] = /^\[(.{1,300}) #(\d{1,3})\] (.+)$/.exec(title) ?? []
  if (artist && bare)
    return {
      kind: 'track',
      title: bare,
      artists: [artist],
      album,
      trackNumber: number,
      durationMs: length,
      note,
    }
  if (artist) return { kind: 'track', title, artists: [artist], durationMs: length, note }
  return { kind: 'track', title, durationMs: length, note: reason('playlist.no-dash') }
}
