import { asList, asRecord } from '../../base/json.ts'
import type { Link } from '../../model/link.ts'
import { asReason, isReason, reason, type Told } from '../../model/reason.ts'
import { isOwnSource } from '../../model/recording.ts'
import type { Licence } from '../../model/verdict.ts'
import { readLink } from '../../playlist/links/playlist-link.ts'
import { readServerLink } from '../../playlist/servers/server-link.ts'
import { services } from '../../playlist/services/all.ts'
import { listLinks, webAddress } from '../../report/links.ts'
import type {
  KeptRecording,
  MissingRecording,
  Place,
} from '../../report/long-tail/lists/tail-recording.ts'
import type { Draft } from './draft.ts'
import type { ReportRow } from './read-archive.ts'

/** Of what is kept whole in some archive. */
export function describeKept({ whole, by }: Draft): KeptRecording | undefined {
  const [first] = whole
  if (!first) return undefined
  const { file, checkedAt } = first.state
  return {
    path: file.path,
    isExact: by === undefined || by !== 'names',
    copies: whole.reduce((sum, { state }) => sum + 1 + state.mirrors, 0),
    licence: file.verdict.licence,
    keptAt: file.keptAt,
    checkedAt,
  }
}

/** What the last backup said of what is not kept. */
export function describeMissing({ row, hasBroken }: Draft): MissingRecording | undefined {
  if (hasBroken) return { links: [], outcome: 'broken', reason: reason('app.tail-file-not-whole') }
  if (!row) return undefined
  const { outcome } = row
  if (!outcome) return { links: [], outcome: 'unreached' }
  const verdict = asRecord(asRecord(outcome).verdict)
  const why = 'reason' in outcome ? outcome.reason : asList(verdict.reasons)[0]
  return {
    links: linksOf(row),
    outcome: outcome.kind,
    reason: isTold(why) ? asReason(why) : undefined,
    licence: readLicence(verdict.licence),
  }
}

/** Everybody but the user who is known to have it, each once. */
export function placesOf({ row, whole, uris, withdrawnAt }: Draft): readonly Place[] {
  const places = new Map<string, Place>()
  const add = (place: Place | undefined) => {
    const key = place?.name.toLowerCase() ?? ''
    if (place && !places.has(key)) places.set(key, place)
  }
  for (const { state } of whole) {
    const { chosen, verdict } = state.file
    if (!isOwnSource(chosen.source))
      add({
        kind: 'archive',
        name: verdict.host?.name ?? chosen.source,
        url: addressOf(chosen.url),
      })
  }
  for (const { kind, service, url } of row ? linksOf(row) : []) {
    const what = PLACES[kind]
    if (what) add({ kind: what, name: service, url: addressOf(url) })
  }
  // What has withdrawn it had it: it has it no more.
  for (const uri of withdrawnAt === undefined ? uris : []) add(serviceOf(uri))
  return [...places.values()]
}

const PLACES: Readonly<Record<string, Place['kind']>> = {
  download: 'archive',
  listen: 'service',
  watch: 'service',
  buy: 'shop',
}

/** A report may come from anywhere: what is no link in it is left out. */
function linksOf({ outcome }: ReportRow): readonly Link[] {
  const given = asList(asRecord(outcome).links).map(asRecord)
  const links = given.filter(
    (link): link is Link & Record<string, unknown> =>
      typeof link.url === 'string' &&
      typeof link.kind === 'string' &&
      typeof link.service === 'string',
  )
  return outcome ? listLinks({ ...outcome, links } as typeof outcome) : []
}

const addressOf = (url: unknown) => (typeof url === 'string' ? webAddress(url) : undefined)

const isTold = (value: unknown): value is Told => typeof value === 'string' || isReason(value)

function readLicence(value: unknown): Licence | undefined {
  const { id, name, url } = asRecord(value)
  if (typeof id !== 'string' || typeof name !== 'string') return undefined
  return { id, name, url: typeof url === 'string' ? url : undefined }
}

/** Catalogues and logs name a recording, and have none of its sound. */
const NO_SOUND =
  /(?:^|\.)(?:musicbrainz\.org|listenbrainz\.org|last\.fm|discogs\.com|acoustid\.org)$/

/** The service whose address it is; undefined for a server of the user's own, and for what is no service's. */
function serviceOf(uri: string): Place | undefined {
  if (/^spotify:track:/i.test(uri)) return { kind: 'service', name: 'Spotify' }
  const url = webAddress(uri)
  if (url === undefined || readServerLink(uri)?.kind === 'server') return undefined
  const host = new URL(url).hostname.replace(/^(?:www|open|m)\./, '')
  if (NO_SOUND.test(host)) return undefined
  if (host === 'spotify.com') return { kind: 'service', name: 'Spotify', url }
  const link = readLink(uri)
  const known =
    link?.kind === 'service'
      ? services.find(({ name }) => name === link.service)?.title
      : link?.kind === 'elsewhere' && link.service
  return { kind: 'service', name: known || host, url }
}
