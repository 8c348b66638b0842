/** What FLAC's first block says of the sound: RFC 9639, section 8.2. */
export interface StreamInfo {
  readonly sampleRate: number
  readonly channels: number
  /** None where the encoder did not know it. */
  readonly samples?: number
}

export const STREAM_INFO_BYTES = 34

/** Rates, channels and samples stand in 64 bits behind the sizes of blocks and frames. */
export function readStreamInfo(block: Buffer): StreamInfo {
  const bits = block.readBigUInt64BE(10)
  return {
    sampleRate: Number(bits >> 44n),
    channels: Number((bits >> 41n) & 7n) + 1,
    samples: Number(bits & 0xfffffffffn) || undefined,
  }
}
