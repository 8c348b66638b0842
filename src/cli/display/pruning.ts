import { join } from 'node:path'
import type { Progress } from '../../model/progress.ts'
import { cleanLine, wrapWidth } from '../../report/terminal/width.ts'
import { formatBytes, formatCount } from '../../report/words.ts'

type OfPruning = Extract<Progress, { kind: 'pruned' | 'not-pruned' }>

const shownFiles = 12

export const isOfPruning = (event: Progress): event is OfPruning =>
  event.kind === 'pruned' || event.kind === 'not-pruned'

/** What went to the trash, and what was left alone and why. */
export function renderPruning(event: OfPruning, { into }: { readonly into: string }): string {
  if (event.kind === 'not-pruned')
    return printLines([...wrap(`Nothing was pruned. ${event.reason}`)])
  const { moved, bytes, trash, changed, missing } = event.pruned
  const none = moved.length + changed.length + missing.length === 0
  if (none)
    return printLines(['Nothing to prune: every kept file is of a track in one of the playlists.'])
  const verb = event.dryRun ? 'would go to the trash' : 'moved to the trash'
  return printLines([
    ...(moved.length > 0
      ? [
          `Pruned: ${countFiles(moved)}, ${formatBytes(bytes)}, ${verb}.`,
          ...listFiles(moved),
          ...(trash === undefined ? [] : [`  They lie in ${cleanLine(join(into, trash))}`]),
        ]
      : []),
    ...(changed.length > 0
      ? [
          `Left alone, as somebody has changed them since: ${countFiles(changed)}`,
          ...listFiles(changed),
        ]
      : []),
    ...(missing.length > 0
      ? [
          `Gone already, and no longer in the inventory: ${countFiles(missing)}`,
          ...listFiles(missing),
        ]
      : []),
  ])
}

const countFiles = ({ length }: readonly string[]) =>
  `${formatCount(length)} ${length === 1 ? 'file' : 'files'}`

function listFiles(paths: readonly string[]): readonly string[] {
  const more = paths.length - shownFiles
  return [
    ...paths.slice(0, shownFiles).map((path) => `  ${cleanLine(path)}`),
    ...(more > 0 ? [`  and ${formatCount(more)} more (--json names them all)`] : []),
  ]
}

const wrap = (text: string) => wrapWidth(cleanLine(text), process.stdout.columns ?? 100)

const printLines = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
