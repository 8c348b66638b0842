import type { Remark } from '../../api/contract.ts'
import type { Progress } from '../../model/progress.ts'
import { english } from '../../words/english.ts'

type Beside = Extract<Progress, { kind: 'preparing' | 'library' | 'pruned' | 'not-pruned' }>

/** Files that are named; the rest is a number. */
const MAX_LINES = 200

const preparations: Readonly<Record<string, string>> = {
  library: 'Your folders are being read.',
  playlist: 'The playlist is being read.',
  names: 'The names of linked tracks are being asked for.',
}

/** What goes on beside the tracks, in words; undefined where there is nothing to say. */
export function remarkOf(event: Beside): Remark | undefined {
  switch (event.kind) {
    case 'preparing': {
      const { what, done, total } = event
      const text = preparations[what] ?? what
      const amounts = { done, total }
      return { kind: 'remark', key: `preparing.${what}`, text, ...amounts }
    }
    case 'library': {
      const { files, unreadable } = event
      if (files === 0 && unreadable.length === 0) return undefined
      const broken = unreadable.length > 0 ? `; ${unreadable.length} cannot be read` : ''
      const lines = unreadable.map(({ path, reason }) => `${path}: ${english(reason)}`)
      return remark('library', `Your folders hold ${files} audio files${broken}.`, lines)
    }
    case 'pruned': {
      const { moved, changed } = event.pruned
      const count = moved.length === 1 ? '1 file is' : `${moved.length} files are`
      const where = event.dryRun
        ? 'it would go to the archive’s trash'
        : 'now in the archive’s trash'
      const lines = [...moved, ...changed.map((path) => `${path}: changed since, left alone`)]
      return remark('pruned', `${count} of no playlist any more: ${where}.`, lines)
    }
    case 'not-pruned':
      return remark('pruned', `Nothing was sorted out: ${event.reason}`, [])
  }
}

const remark = (key: string, text: string, lines: readonly string[]): Remark => ({
  kind: 'remark',
  key,
  text,
  lines: lines.length > 0 ? lines.slice(0, MAX_LINES) : undefined,
})
