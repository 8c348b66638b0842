import type { VersionKind } from '../../model/version.ts'

/** The same recording in another transfer or on another release: worth a remark, no more. */
export const SAME_RECORDING: ReadonlySet<VersionKind> = new Set<VersionKind>([
  'remaster',
  'mono',
  'stereo',
  'single',
  'album',
  'explicit',
  'clean',
  'soundtrack',
  'bonus',
  'video',
  'year',
])
