import type { View } from '../../backups/row-view.ts'

/** A decision counts when the bucket has it, where the archive lies in one. */
export function sendAfter(view: View, send: () => Promise<void>): View {
  return {
    ...view,
    async decide(...given) {
      const row = await view.decide(...given)
      await send()
      return row
    },
    async takeBack(...given) {
      const row = await view.takeBack(...given)
      await send()
      return row
    },
  }
}
