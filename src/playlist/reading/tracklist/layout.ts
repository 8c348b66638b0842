import { secondsToMs } from '../clean.ts'
import { sampleLines } from '../lines.ts'
import { findPairing, type Pairing } from './pairing.ts'
import { isRising, STAMP_LEAD, TRIMS, type Trim } from './trims.ts'

/** How the lines of a list are laid out, told from the whole list. */
export interface Layout {
  /** What is taken away of each line that has it, from the outside in. */
  readonly trims: readonly { readonly trim: Trim; readonly isLength: boolean }[]
  readonly pairing: Pairing
  /** Only lines that begin with a time are tracks: the list stands among other text. */
  readonly stampedOnly: boolean
}

const MAX_TRIMS = 6
/** A line as long as this is no name with something beside it. */
const MAX_TRIMMED_LENGTH = 1000

export function findLayout(text: string): Layout {
  const all = sampleLines(text, 500)
    .filter((line) => !isComment(line))
    .map(cleanMarkup)
  const stamped = all.filter((line) => STAMP_LEAD.test(line))
  const stampedOnly =
    stamped.length >= 3 &&
    stamped.length < all.length * 0.8 &&
    stamped.length >= all.length * 0.25 &&
    isRising(stamped.map((line) => STAMP_LEAD.exec(line)?.[1] ?? ''))
  let lines = (stampedOnly ? stamped : all).filter(
    (line) => /[\p{L}\p{N}]/u.test(line) && !isHeading(line) && line.length < MAX_TRIMMED_LENGTH,
  )
  const trims: { readonly trim: Trim; readonly isLength: boolean }[] = []
  while (trims.length < MAX_TRIMS) {
    const found = findTrim(lines)
    if (!found) break
    trims.push(found)
    lines = lines.map((line) => takeAway(line, found.trim).rest)
  }
  return { trims, pairing: findPairing(lines), stampedOnly }
}

/** What most lines have next; nothing when what is left are the names. */
function findTrim(lines: readonly string[]) {
  for (const trim of TRIMS) {
    const found = lines.flatMap((line) => takeAway(line, trim).found ?? [])
    const { leaves } = trim
    const may = leaves ? lines.filter((line) => !leaves.test(line)).length : lines.length
    if (found.length === 0 || found.length < may * trim.share) continue
    if (trim.holds && !trim.holds(found)) continue
    return { trim, isLength: trim.isTime === true && !isRising(found) }
  }
  return undefined
}

function takeAway(line: string, { pattern, spares }: Trim) {
  const match = pattern.exec(line)
  if (!match || spares?.(match[1] ?? '')) return { rest: line }
  const rest = line.slice(0, match.index) + line.slice(match.index + match[0].length)
  return { rest: rest.trim(), found: match[1] ?? '' }
}

export interface NamesLine {
  readonly names: string
  readonly durationMs?: number
}

/** The names of a line alone, with the length that stood beside them. */
export function readNames(line: string, { trims }: Layout): NamesLine {
  let names = cleanMarkup(line)
  let durationMs: number | undefined
  if (names.length < MAX_TRIMMED_LENGTH)
    for (const { trim, isLength } of trims) {
      const { rest, found } = takeAway(names, trim)
      // What would leave nothing is the name itself.
      if (found === undefined || rest === '') continue
      names = rest
      if (isLength) durationMs = secondsToMs(found)
    }
  return { names, durationMs }
}

/** One space for a run of it; without Markdown's stars and links. */
function cleanMarkup(raw: string): string {
  const line = raw.replaceAll(/[ \u00a0]+/g, ' ').trim()
  if (line.length > MAX_TRIMMED_LENGTH || !/[*_[]/.test(line)) return line
  return line
    .replaceAll(/\[([^[\]]{1,300})\]\(https?:[^()\s]{1,500}\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_]{1,300})(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,300})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
}

export const isComment = (line: string) => /^\s*(?:#(?:\s|$)|\/\/\s)/.test(line)

/** `Tracklist:`, and what else announces lines. */
export const isHeading = (line: string) =>
  /^(?:(?:full |the )?(?:track|play|set)[ -]?list(?:ing)?|titelliste|lista de canciones|songs?)\b[^\p{L}]*$/iu.test(
    line.trim(),
  )
