/** One line of answers or of truth. */
export type LabelledRow = Readonly<Record<string, unknown>>

/** The recording that an answer to a query puts first. */
export const bestOf = (answer: LabelledRow | undefined) =>
  (answer?.best ?? undefined) as
    | { readonly id?: unknown; readonly probability?: unknown }
    | undefined
