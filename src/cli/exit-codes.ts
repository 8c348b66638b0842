/** What the shell is told. */
export const exitCodes = {
  /** Every track is kept. */
  done: 0,
  /** The run went through; some tracks are not kept, and the report says why. */
  incomplete: 1,
  usage: 2,
  broken: 3,
  /** Stopped by Ctrl-C: 128 + SIGINT, as shells expect. */
  interrupted: 130,
  /** Whoever read the output has left before the end (`songkeep … | head`): 128 + SIGPIPE, as of other programs. */
  closedPipe: 141,
} as const
