import type { Fault } from '../../src/api/contract.ts'
import { addressOf } from './client.ts'
import { RequestError } from './request-error.ts'

export interface Uploaded {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

/**
 * Sends a file as it lies on the disk and tells how many bytes have left. Not by fetch, which does not say
 * how far it is. Throws Refused, or the signal's reason.
 */
export function upload(
  file: Blob,
  name: string,
  sent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(`uploads?name=${encodeURIComponent(name)}`))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) => sent(loaded))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploaded)
      else {
        const fault = (request.response ?? {}) as Partial<Fault>
        reject(new RequestError(request.status, fault))
      }
    })
    request.addEventListener('error', () => reject(new RequestError(0)))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
