import { type Reason, reason } from '../../model/reason.ts'

/** What a JSON text holds, or why it is none. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: Reason } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { fault: reason('catalogue.row-no-json', { message: message.slice(0, 100) }) }
  }
}
