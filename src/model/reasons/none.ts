/** The parameters of a reason that needs none. */
export type None = Record<never, never>
