import { backupOptions } from '../../model/backup/options.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { replaceForbidden } from './clean.ts'

export const DEFAULT_TEMPLATE = backupOptions.names.default

const FIELDS = [
  'playlist',
  'position',
  'artist',
  'albumartist',
  'album',
  'title',
  'track',
  'disc',
  'year',
  'isrc',
] as const

export type FieldName = (typeof FIELDS)[number]

export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly name: FieldName }

/** A name template taken apart: one list of parts for each folder, and the last for the file. */
export type Template = readonly (readonly TemplatePart[])[]

const MAX_LENGTH = 200
const MAX_DEPTH = 10

/** Reads `{artist}/{album}/{track} {title}`. Throws UserError that says what was meant. */
export function parseTemplate(text: string): Template {
  if (text.length > MAX_LENGTH)
    throw wrong(text, reason('archive.template-too-long', { max: MAX_LENGTH }))
  if (text.includes('\\')) throw wrong(text, reason('archive.template-backslash'))
  const segments = text.split('/')
  if (segments.length > MAX_DEPTH)
    throw wrong(text, reason('archive.template-too-deep', { max: MAX_DEPTH }))
  const template = segments.map((segment) => {
    if (segment.trim() === '') throw wrong(text, reason('archive.template-empty-name'))
    if (/^[. ]+$/.test(segment))
      throw wrong(text, reason('archive.template-leads-out', { segment }))
    return parseSegment(segment, text)
  })
  if (!template.at(-1)?.some(({ kind }) => kind === 'field'))
    throw wrong(text, reason('archive.template-one-name'))
  return template
}

function parseSegment(segment: string, template: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  for (const [piece, name] of segment.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (name !== undefined) parts.push({ kind: 'field', name: readField(name, template) })
    else if (/[{}]/.test(piece))
      throw wrong(template, reason('archive.template-lone-brace', { brace: piece }))
    else parts.push({ kind: 'words', text: replaceForbidden(piece.normalize('NFC')) })
  }
  return parts
}

function readField(name: string, template: string): FieldName {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '')
  const known = FIELDS.find((field) => field === plain)
  if (known) return known
  const field = { name, likeliest: likeliest(plain) }
  throw wrong(template, reason('archive.template-unknown-field', field))
}

const wrong = (template: string, why: Reason) =>
  new UserError(
    reason('archive.wrong-template', { template: template.slice(0, MAX_LENGTH), why }),
    reason('archive.template-fields', { fields: FIELDS, usual: DEFAULT_TEMPLATE }),
  )

/** Other programs' names for the same. */
const ALIASES: Readonly<Record<string, FieldName>> = {
  name: 'title',
  song: 'title',
  trackname: 'title',
  number: 'position',
  index: 'position',
  playlistindex: 'position',
  tracknumber: 'track',
  discnumber: 'disc',
  disk: 'disc',
  date: 'year',
  release: 'album',
  playlistname: 'playlist',
}

function likeliest(name: string): FieldName {
  const words: readonly [string, FieldName][] = [
    ...FIELDS.map((field): [string, FieldName] => [field, field]),
    ...Object.entries(ALIASES),
  ]
  const ranked = words
    .map(([word, field]) => ({ field, distance: editDistance(name.slice(0, 30), word) }))
    .toSorted((a, b) => a.distance - b.distance)
  return ranked[0]?.field ?? 'title'
}

/** Levenshtein's. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [line, char] of [...a].entries()) {
    const next = [line + 1]
    for (let at = 0; at < b.length; at++) {
      const change = (row[at] ?? 0) + (char === b[at] ? 0 : 1)
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
