import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** A file has a name of the archive's own and is somebody else's. */
export const refuseForeign = (path: string) =>
  new UserError(reason('archive.foreign-file', { path }), reason('archive.move-file-away'))
