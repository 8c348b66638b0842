/** A file of a server, that is read by parts. */
export interface RemoteBytes {
  readonly size: number
  /** Fewer than `length` where there are no more. */
  readAt(start: number, length: number): Promise<Uint8Array>
}
