/** Whether a place is a server's address, not a folder. */
export const isAddress = (place: string) => /^https?:\/\//i.test(place)

/** Addresses of `songkeep catalogue serve`, parted by commas: hosts alone, with nothing behind them. */
export const isServiceAddress = (place: string) =>
  /^https?:\/\/[^/,]+\/?(?: *, *https?:\/\/[^/,]+\/?)* *$/i.test(place)
