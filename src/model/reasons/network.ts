import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** What of a streaming service lies at a host that is never asked. */
export type ServiceMedia = 'audio' | 'audio-and-previews' | 'player' | 'media' | 'pages'

/** Why a request may not leave. `address` is without user, query and fragment. */
interface RefusedRequests {
  'network.no-address': { readonly text: string }
  'network.nothing-to-ask': None
  'network.not-https': { readonly address: string }
  'network.names-user': { readonly address: string }
  'network.names-port': { readonly address: string }
  'network.names-number': { readonly address: string }
  'network.forbidden': {
    readonly address: string
    /** Absent where any service may hire the host. */
    readonly service?: string
    readonly holds: ServiceMedia
  }
  'network.not-on-list': { readonly address: string }
  'network.endless-redirects': { readonly address: string }
  'network.hands-body-on': { readonly address: string; readonly host: string }
  'network.private-address': { readonly host: string; readonly address: string }
  /** Of a server that the user has named as theirs. */
  'network.no-home-address': { readonly host: string; readonly address: string }
}

/** What is wrong with a host. */
interface HostFaults {
  'network.no-answer': { readonly host: string; readonly why: AnyReason }
  /** It did answer, and what it sent is not what was asked for. */
  'network.wrong-content': { readonly host: string; readonly why: AnyReason }
  'network.host-silent': { readonly host: string }
  'network.no-file': { readonly host: string; readonly status: number }
  'network.asked-enough': { readonly host: string; readonly times: number }
  /** ISO 8601, UTC. */
  'network.asks-for-quiet': { readonly host: string; readonly until: string }
  /** The database that all workers share, and that tells whose turn it is, has been away for too long. */
  'network.no-turns': { readonly host: string }
  /** The same while a request ran: it was ended. */
  'network.turn-lost': None
  'network.too-slow': None
  'network.none': None
  'network.unknown-name': None
  'network.no-name-server': None
  'network.refuses-connections': None
  'network.unreachable': None
  'network.hung-up': None
  'network.answer-cut-short': None
  'network.headers-too-long': None
  'network.answer-damaged': None
  'network.no-reason': None
}

/** What is wrong with what a host sends. */
interface BodyFaults {
  'network.wrong-length': { readonly bytes: number | undefined; readonly promised: number }
  'network.wrong-checksum': { readonly algorithm: string }
  'network.packed': None
  'network.packed-as': { readonly encoding: string }
  'network.other-part': None
  'network.file-cut-short': None
  'network.file-too-long': { readonly maxBytes: number }
  'network.answer-too-long': { readonly maxKilobytes: number }
}

export interface NetworkReasons extends RefusedRequests, HostFaults, BodyFaults {}
