import type { View } from '../../app/context.ts'

export type Params = Readonly<Record<string, string | undefined>>

/** Opens the rows that the parameters of a path name. */
export type OpenView = (params: Params) => Promise<View>
