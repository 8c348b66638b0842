/**
 * Something the user can mend: the message says what is wrong, the hint what to do.
 * Everything else that is thrown counts as broken.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}

/** The place where things are kept cannot take more (full, read-only, gone): it stops the whole run. */
export class StorageError extends UserError {}
