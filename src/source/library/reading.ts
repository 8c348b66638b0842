import { isReason } from '../../model/reason.ts'
import type { SheetReading } from './cue/read-sheet.ts'
import type { FileReading } from './read-file.ts'

/** What was read of a file of the library. */
export type LibraryReading = FileReading | SheetReading

/** Whether what an index has kept is one: a bit may have fallen over without the database noticing. */
export function isLibraryReading(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'unreadable') return 'reason' in value && isReason(value.reason)
  if (value.kind === 'sheet') return 'sheet' in value && isSheet(value.sheet)
  if ('sheet' in value && !isSheet(value.sheet)) return false
  const facts = value.kind === 'read' && 'facts' in value ? value.facts : undefined
  return (
    typeof facts === 'object' &&
    facts !== null &&
    'artists' in facts &&
    Array.isArray(facts.artists) &&
    (!('title' in facts) || typeof facts.title === 'string')
  )
}

const isSheet = (value: unknown) =>
  typeof value === 'object' && value !== null && 'tracks' in value && Array.isArray(value.tracks)
