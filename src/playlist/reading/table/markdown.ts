import { readLines } from '../lines.ts'

/** A table of Markdown, as the same table in CSV. */
export interface MarkdownTable {
  /** The heading above it. */
  readonly heading?: string
  readonly csv: string
}

const RULE = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/

/** True for the line of dashes below a table's header. */
export const isRule = (line: string) =>
  line.length < 2000 && line.includes('|') && RULE.test(line.trim())

/** Every table of a Markdown text: a header, a line of dashes, and the lines with a bar that follow. */
export function* findTables(text: string): Generator<MarkdownTable> {
  let heading: string | undefined
  let before = ''
  let rows: string[] | undefined
  for (const raw of readLines(text)) {
    const line = raw.trim()
    if (rows && line.includes('|')) rows.push(toCsv(line))
    else {
      if (rows) yield { heading, csv: rows.join('\n') }
      rows = undefined
      if (before !== '' && isRule(line)) rows = [toCsv(before)]
      heading = /^#{1,6} +(.+?)#*$/.exec(line)?.[1]?.trim() ?? heading
    }
    before = line.includes('|') ? line : ''
  }
  if (rows) yield { heading, csv: rows.join('\n') }
}

/** `| a | b \| c |`: a bar with a backslash is a character of a cell. */
function toCsv(line: string): string {
  const bare = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  return bare
    .split(/(?<!\\)\|/)
    .map((cell) => `"${cleanCell(cell).replaceAll('"', '""')}"`)
    .join(',')
}

/** Without stars and the target of a link, but for a cell that is nothing but a link. */
const cleanCell = (cell: string) =>
  cell
    .slice(0, 2000)
    .trim()
    .replaceAll('\\|', '|')
    .replace(/^\[(?:link|url|▶|🔗|listen|play)\]\((https?:[^()\s]+)\)$/iu, '$1')
    .replaceAll(/\[([^[\]]{1,300})\]\([^()\s]{1,1000}\)/g, '$1')
    .replaceAll(/(\*\*|__|\*|`)(?=\S)([^*_`]{1,300})(?<=\S)\1/g, '$2')
