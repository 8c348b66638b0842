/** The database that gives turns could not be reached while a request ran: another may have its turn by now. */
export class TurnLostError extends Error {
  override readonly name = 'TurnLostError'
  readonly code = 'TURN_LOST'

  constructor() {
    super('the turn at this host was lost')
  }
}
