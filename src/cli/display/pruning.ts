import { join } from 'node:path'
import type { Progress } from '../../model/progress.ts'
import { cleanLine, wrapWidth } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

type OfPruning = Extract<Progress, { kind: 'pruned' | 'not-pruned' }>

const MAX_FILES = 12

export const isOfPruning = (event: Progress): event is OfPruning =>
  event.kind === 'pruned' || event.kind === 'not-pruned'

interface PruningOptions {
  /** The archive, as the user wrote it. */
  readonly into: string
  readonly words: Words
}

/** What went to the trash, and what was left alone and why. */
export function renderPruning(event: OfPruning, { into, words }: PruningOptions): string {
  const { pruning } = words.terminal
  if (event.kind === 'not-pruned')
    return printLines([...wrap(pruning.notPruned(say(event.reason, words)))])
  const { moved, bytes, trash, changed, missing } = event.pruned
  const none = moved.length + changed.length + missing.length === 0
  if (none) return printLines([pruning.nothing])
  return printLines([
    ...(moved.length > 0
      ? [
          pruning.moved(moved.length, bytes, event.dryRun),
          ...listFiles(moved, words),
          ...(trash === undefined ? [] : [`  ${pruning.lieIn(cleanLine(join(into, trash)))}`]),
        ]
      : []),
    ...(changed.length > 0 ? [pruning.changed(changed.length), ...listFiles(changed, words)] : []),
    ...(missing.length > 0 ? [pruning.missing(missing.length), ...listFiles(missing, words)] : []),
  ])
}

function listFiles(paths: readonly string[], { terminal }: Words): readonly string[] {
  const more = paths.length - MAX_FILES
  return [
    ...paths.slice(0, MAX_FILES).map((path) => `  ${cleanLine(path)}`),
    ...(more > 0 ? [`  ${terminal.pruning.more(more)}`] : []),
  ]
}

const wrap = (text: string) => wrapWidth(cleanLine(text), process.stdout.columns ?? 100)

const printLines = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
