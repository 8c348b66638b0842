import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { splitArtistTitle } from '../../reading/artist-title.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { extensionOf, nameOf } from '../../reading/file-name.ts'
import { readLines, sampleLines } from '../../reading/lines.ts'
import { isRemote, rowOfLocation } from '../../reading/location.ts'

/** Plain lines, `Artist - Title` each, as people type, paste and number them. Answers last, and never for certain. */
export const text: PlaylistFormat = {
  name: 'text',
  title: reason('playlist.format-text'),

  recognise(input) {
    const lines = sampleLines(input.text)
    const first = lines[0]?.trimStart() ?? ''
    // Another format, or a page of the web; not songs.
    if (lines.length === 0 || /^(?:[{<]|\[[\w ]+\]\s*$|\[\s*[{\]])/.test(first)) return 0
    if (/^(?:csv|tsv|json|jsonl|xml|html?|js|ts|css)$/.test(extensionOf(input.name))) return 0
    const named = lines.filter((line) => line.length < 300 && readLine(line)?.kind === 'track')
    const parted = named.filter((line) => splitArtistTitle(line).artist || line.includes('\t'))
    if (parted.length >= lines.length * 0.5) return 0.3
    const asked = input.name === '-' || /^(?:txt|text|list|lst)?$/.test(extensionOf(input.name))
    // Sentences are no songs: prose has long lines that end in a full stop.
    const prose = lines.filter((line) => line.length > 120 || /[a-z][.:;,]$/.test(line.trim()))
    return asked && prose.length < lines.length * 0.3 ? 0.2 : 0
  },

  read(input) {
    return [
      buildPlaylist({ format: 'text', name: '', fallbackName: nameOf(input) }, readRows(input)),
    ]
  },
}

function* readRows(input: FormatInput): Generator<ReadRow> {
  const lead = findLead(input.text)
  for (const raw of readLines(input.text)) {
    const row = readLine(lead ? raw.replace(lead, '') : raw)
    if (row) yield row
  }
}

// What lists put before each line. A pattern counts only when nearly every line has it:
// `99 Luftballons`, `1979` and `- ` alone are names and typing.
const LEADS = [
  /^\s*[-*•·‣–—]\s+(?=\S)/, // bullets
  /^\s*[#№]?\d{1,5}\s*[.):]\s+(?=\S)/, // 1. 2) 3:
  /^\s*[#№]?\d{1,5}\s+[-–—]\s+(?=\S.*\s[-–—]\s)/, // 1 - Artist - Title
  /^\s*\d{1,5}\t+(?=\S)/,
  /^\s*[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?\s+(?:[-–—]\s+)?(?=\S)/, // 1:02:03, the place in a mix
]

function findLead(text: string): RegExp | undefined {
  const lines = sampleLines(text).filter((line) => !isComment(line))
  return LEADS.find((lead) => lines.filter((line) => lead.test(line)).length >= lines.length * 0.8)
}

function readLine(raw: string): ReadRow | undefined {
  const line = raw.replaceAll(/[ \u00a0]+/g, ' ').trim()
  if (line === '' || isComment(line)) return undefined
  if (line.startsWith('spotify:') || isRemote(line)) return rowOfLocation(line)
  if (!/[\p{L}\p{N}]/u.test(line) && !/^\S{1,5}$/.test(line))
    return skipRow(line, reason('playlist.line-without-words'))
  const timed = /^(.*) [[(]((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]$/s.exec(line)
  const durationMs = secondsToMs(timed?.[2])
  const cells = line.split('\t', 4).map((cell) => cell.trim())
  if (cells.length > 1 && cells[0] && cells[1])
    return { kind: 'track', title: cells[1], artists: [cells[0]], album: cells[2] }
  const { artist, title, note } = splitArtistTitle(timed?.[1] ?? line)
  if (artist) return { kind: 'track', title, artists: [artist], durationMs, note }
  return { kind: 'track', title, durationMs, note: reason('playlist.no-dash') }
}

const isComment = (line: string) => /^\s*(?:#(?:\s|$)|\/\/\s)/.test(line)
