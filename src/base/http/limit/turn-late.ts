/** A request was ready to leave only when others had been told that they may: it takes another turn. */
export class TurnLateError extends Error {
  override readonly name = 'TurnLateError'

  constructor() {
    super('the request was not ready to leave when it was its turn')
  }
}
