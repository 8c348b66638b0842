/**
 * The library's front door. `backUpInput` is what `songkeep backup` runs; `backUp` is the walk over
 * one playlist for callers that open their own sources and archive.
 */
export { backUpInput, type GivenInputs } from './app/backups/back-up.ts'
export { type Environment, readEnvironment } from './app/environment.ts'
export { openArchive } from './archive/archive.ts'
export { openDecisions } from './archive/decisions/decisions.ts'
export { type BackupContext, backUp } from './backup/backup.ts'
export { openMedia } from './media/media.ts'
export type * from './model/index.ts'
export { readPlaylists } from './playlist/read.ts'
export { openLibrary } from './source/library/library.ts'
export { StorageError, UserError } from './words/user-error.ts'
