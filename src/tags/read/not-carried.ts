import { type Reason, reason } from '../../model/reason.ts'

/** A note that names what cannot be carried over, by its names in the file. */
export function notCarried(names: readonly string[]): readonly Reason[] {
  const fields = [...new Set(names)]
  return fields.length > 0 ? [reason('media.tag-fields-left', { fields })] : []
}
