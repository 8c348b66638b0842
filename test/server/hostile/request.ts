import type { Asked } from '../../support/servers/page-server.ts'

/** What the requests of the table are made from: the real archive of a listening server, and its port. */
export interface Target {
  readonly port: number
  readonly address: string
  readonly home: string
  readonly archive: string
  /** As it stands in an address. */
  readonly folder: string
  readonly job: string
}

/** One request that nobody should send, and which answers are right. */
export interface Hostile {
  readonly what: string
  /** Sent by a client that knows HTTP; or bytes as they are. */
  readonly send:
    | ({ readonly path: (target: Target) => string } & Omit<Asked, 'headers' | 'body'> & {
          readonly headers?: (target: Target) => Readonly<Record<string, string>>
          readonly body?: (target: Target) => string | Uint8Array
        })
    | ((target: Target) => string | Uint8Array)
  /** `page`: an address that a client may read as the page's own. Of bytes, none is that the line is cut. */
  readonly answers: readonly (number | 'page' | 'none')[]
}

export const json = { 'Content-Type': 'application/json' }
export const bytes = { 'Content-Type': 'application/octet-stream' }
