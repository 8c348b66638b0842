import { join } from 'node:path'
import type { Progress } from '../../model/progress.ts'
import { cleanLine, wrapWidth } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

type OfPruning = Extract<Progress, { kind: 'pruned' | 'not-pruned' }>

/** Files of each kind that are named on the last screen. */
const MAX_FILES = 3

export const isOfPruning = (event: Progress): event is OfPruning =>
  event.kind === 'pruned' || event.kind === 'not-pruned'

interface PruningOptions {
  /** The archive, as the user wrote it. */
  readonly into: string
  readonly words: Words
  /** All files are named. */
  readonly verbose: boolean
}

/** What went to the trash, and what was left alone and why. */
export function renderPruning(event: OfPruning, { into, words, verbose }: PruningOptions): string {
  const { pruning } = words.terminal
  if (event.kind === 'not-pruned')
    return printLines([...wrap(pruning.notPruned(say(event.reason, words)))])
  const { moved, bytes, trash, changed, missing, inBucket } = event.pruned
  const listed = (paths: readonly string[]) =>
    listFiles(paths, verbose ? paths.length : MAX_FILES, words)
  const none = moved.length + changed.length + missing.length === 0
  if (none) return printLines([pruning.nothing])
  return printLines([
    ...(moved.length > 0
      ? [
          (inBucket ? pruning.withdrawn : pruning.moved)(moved.length, bytes, event.dryRun),
          ...listed(moved),
          ...(trash === undefined ? [] : [`  ${pruning.lieIn(cleanLine(join(into, trash)))}`]),
        ]
      : []),
    ...(changed.length > 0 ? [pruning.changed(changed.length), ...listed(changed)] : []),
    ...(missing.length > 0 ? [pruning.missing(missing.length), ...listed(missing)] : []),
  ])
}

function listFiles(paths: readonly string[], most: number, { terminal }: Words): readonly string[] {
  const more = paths.length - most
  return [
    ...paths.slice(0, most).map((path) => `  ${cleanLine(path)}`),
    ...(more > 0 ? [`  ${terminal.pruning.more(more)}`] : []),
  ]
}

const wrap = (text: string) => wrapWidth(cleanLine(text), process.stdout.columns ?? 100)

const printLines = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
