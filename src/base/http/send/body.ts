import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type Reason, reason } from '../../../model/reason.ts'
import { english } from '../../../words/english.ts'

/** A body that breaks what was agreed: too long, cut short, or not packed as it says. */
export class BadBodyError extends Error {
  override readonly name: string = 'BadBodyError'
  readonly reason: Reason

  constructor(why: Reason) {
    super(english(why))
    this.reason = why
  }
}

/** The host did answer, and what it sent is not what was asked for: it may be so once by accident. */
export class WrongContentError extends BadBodyError {
  override readonly name: string = 'WrongContentError'
}

/** More than whoever asked wants to have: a second attempt would bring no less. */
export class TooLongError extends WrongContentError {
  override readonly name = 'TooLongError'
}

/** Unpacks and reads all of it, `maxBytes` at most: counted after unpacking, so that no bomb gets far. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const unpacked = unpack(body, encoding)
  try {
    for await (const chunk of unpacked) {
      length += chunk.length
      if (length > maxBytes)
        throw new TooLongError(
          reason('network.answer-too-long', { maxKilobytes: Math.round(maxBytes / 1024) }),
        )
      chunks.push(chunk)
    }
  } finally {
    // Whoever stops reading early closes the connection.
    unpacked.destroy()
    body.destroy()
  }
  return Buffer.concat(chunks)
}

function unpack(body: Readable, encoding = 'identity'): Readable {
  const unpacker = openUnpacker(encoding.trim().toLowerCase())
  if (!unpacker) return body
  body.on('error', (error) => unpacker.destroy(error))
  return body.pipe(unpacker)
}

function openUnpacker(encoding: string) {
  switch (encoding) {
    case '':
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new WrongContentError(reason('network.packed-as', { encoding: encoding.slice(0, 20) }))
  }
}
