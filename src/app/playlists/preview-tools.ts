import type { NewInput } from '../../api/contract.ts'
import type { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import type { StagedImports } from './staged-imports.ts'
import type { Uploads } from './uploads.ts'

/** What a preview reads with. */
export interface PreviewTools {
  readonly uploads: Uploads
  readonly stagedImports: StagedImports
  /** Paths are held to these. */
  readonly folders: AllowedFolders
  readonly environment: Environment
}

/** Takes note of an input that nothing can be read of; the others go on. */
export type Refuse = (input: NewInput, error: UserError) => void
