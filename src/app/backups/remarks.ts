import type { Remark } from '../../api/contract.ts'
import type { Progress } from '../../model/progress.ts'
import { asReason, type Reason, reason, textReason } from '../../model/reason.ts'

type RunNote = Extract<
  Progress,
  {
    kind:
      | 'preparing'
      | 'library'
      | 'left-alone'
      | 'network'
      | 'not-reread'
      | 'pruned'
      | 'not-pruned'
  }
>

/** Files that are named; the rest is a number. */
const MAX_LINES = 200

const preparations: Readonly<Record<string, Reason>> = {
  library: reason('app.reading-folders'),
  playlist: reason('app.reading-playlist'),
  names: reason('app.asking-names'),
  parity: reason('app.making-parity'),
}

/** What goes on beside the tracks; undefined where there is nothing to say. */
export function remarkOf(event: RunNote): Remark | undefined {
  switch (event.kind) {
    case 'preparing': {
      const { what, done, total } = event
      const text = preparations[what] ?? textReason(what)
      return { kind: 'remark', key: `preparing.${what}`, text, done, total }
    }
    case 'library': {
      const { files, unreadable, notes = [] } = event
      if (files + unreadable.length + notes.length === 0) return undefined
      const text = reason('app.folders-read', { files, unreadable: unreadable.length })
      const lines = unreadable.map((file) =>
        reason('app.file-unreadable', { path: file.path, reason: asReason(file.reason) }),
      )
      return remark('library', text, [...notes.map(asReason), ...lines])
    }
    case 'left-alone': {
      const { source, reason: why } = event.unavailable
      const text = reason('source.left-alone', { source, reason: asReason(why) })
      return remark(`left-alone.${source}`, text, [])
    }
    case 'network':
      return remark('network', reason(`backup.network-${event.state}`), [])
    case 'not-reread': {
      const { name, reason: why } = event
      const text = reason('app.list-not-reread', { name, reason: asReason(why) })
      return remark(`not-reread.${name}`, text, [])
    }
    case 'pruned': {
      const { moved, changed, inBucket } = event.pruned
      const text = reason('app.pruned', { files: moved.length, dryRun: event.dryRun, inBucket })
      const lines = [
        ...moved.map(textReason),
        ...changed.map((path) => reason('app.changed-since', { path })),
      ]
      return remark('pruned', text, lines)
    }
    case 'not-pruned':
      return remark('pruned', reason('app.not-pruned', { reason: asReason(event.reason) }), [])
  }
}

/** Lists that a run has left as they are, all in one remark. */
export const remarkOfUnchanged = (names: readonly string[]): Remark =>
  remark('unchanged', reason('app.lists-unchanged', { lists: names.length }), names.map(textReason))

const remark = (key: string, text: Reason, lines: readonly Reason[]): Remark => ({
  kind: 'remark',
  key,
  text,
  lines: lines.length > 0 ? lines.slice(0, MAX_LINES) : undefined,
})
