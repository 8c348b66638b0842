/**
 * The server said no, or nothing: what is wrong and what to do, as it put it. `status` is HTTP's, 0 where
 * nobody answered; the message is empty where the server gave none.
 */
export class RequestError extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly hint: string | undefined

  constructor(status: number, message = '', hint?: string) {
    super(message)
    this.status = status
    this.hint = hint
  }
}
