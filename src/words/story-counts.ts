import type { Changes } from '../model/lists/changes.ts'

/** How many entries a run found changed, by kind. */
export type StoryCounts = Readonly<Record<Exclude<keyof Changes, 'since'>, number>>
