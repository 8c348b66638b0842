import type { View } from '../../app/backups/row-view.ts'
import type { RequestContext } from '../auth/principal.ts'

export type Params = Readonly<Record<string, string | undefined>>

/** Opens the rows that the parameters of a path name. */
export type OpenView = (c: RequestContext, params: Params) => Promise<View>
