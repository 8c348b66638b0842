import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Link, LinkKind } from '../../../model/link.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { readText } from '../../online/fields.ts'
import { makeLink } from '../../online/link.ts'

/** What a relationship between an entity and an address says, https://musicbrainz.org/relationships. */
type Meaning =
  | { readonly kind: 'licence' }
  /** Of a type that means many things: what it means at these addresses. */
  | { readonly kind: LinkKind; readonly note?: Reason; readonly at?: RegExp }

const OWN_CHANNEL = reason('source.artists-channel')
const OWN_PAGE = reason('source.artists-page')
const ALL_OF_ARTIST = reason('source.for-the-artist')
const RELEASE = reason('source.for-the-release')

const meanings: Readonly<Record<string, Meaning>> = {
  // recording – URL
  'f25e301d-b87b-4561-86a0-5d2df6d26c0a': { kind: 'licence' },
  '45d0cbc5-d65b-4e77-bdfd-8a75207cb5c5': { kind: 'download' },
  '7e41ef12-a124-4324-afdb-fdbae687a89c': { kind: 'listen' },
  'b5f3058a-666c-406f-aafb-f9249fc7b122': { kind: 'listen' },
  '92777657-504c-4acb-bd33-51a201bd57e1': { kind: 'buy' },
  'bc21877b-e993-42ed-a7ce-9187ec9b638f': {
    kind: 'download',
    at: /^https?:\/\/(?:www\.)?ccmixter\.org\/files\//,
  },
  // release – URL
  '004bd0c3-8a45-4309-ba52-fa99f3aa3d50': { kind: 'licence' },
  '9896ecd0-6d29-482d-a21e-bd5d1b5e3425': { kind: 'download', note: RELEASE },
  '08445ccf-7b99-4438-9f9a-fb9ac18099ee': { kind: 'listen', note: RELEASE },
  '320adf26-96fa-4183-9045-1f5f32f833cb': { kind: 'listen', note: RELEASE },
  '98e08c20-8402-4163-8970-53504bb6a1e4': { kind: 'buy', note: RELEASE },
  '3ee51e05-a06a-415e-b40c-b3f740dedfd7': { kind: 'buy', note: reason('source.release-by-mail') },
  '4f2e710d-166c-480c-a293-2e2c8d658d87': { kind: 'buy', note: RELEASE },
  // artist – URL
  'fe33d22f-c3b0-4d68-bd53-a856badf2b15': { kind: 'homepage' },
  '6a540e5b-58c6-4192-b6ba-dbc71ec8fcf0': { kind: 'homepage', note: OWN_CHANNEL },
  'c550166e-0548-4a18-b1d4-e2ae423a3e88': { kind: 'homepage', note: OWN_PAGE },
  '89e4a949-0976-440d-bda1-5f772c1e5710': { kind: 'homepage', note: OWN_PAGE },
  '34ae77fe-defb-43ea-95d4-63c7540bac78': { kind: 'download', note: ALL_OF_ARTIST },
  'f8319a2f-f824-4617-81c8-be6560b3b203': { kind: 'buy', note: ALL_OF_ARTIST },
}

/** What the relationships of an entity say together. */
export interface Related {
  readonly links: readonly Link[]
  /** Addresses of licences, word for word. */
  readonly licences: readonly string[]
}

/** An entity's `relations` as far as they lead to addresses, those that have ended left out. */
export function readRelations(entity: unknown): Related {
  const links: Link[] = []
  const licences: string[] = []
  for (const relation of asList(asRecord(entity).relations).slice(0, MAX_RELATIONS)) {
    const { ended, url, ...rest } = asRecord(relation)
    const type = readText(rest['type-id']) ?? ''
    const meaning = Object.hasOwn(meanings, type) ? meanings[type] : undefined
    const resource = readText(asRecord(url).resource)
    if (!meaning || ended === true || resource === undefined) continue
    if (meaning.kind === 'licence') licences.push(resource)
    else if (meaning.at?.test(resource) !== false)
      links.push(...toLink(meaning.kind, meaning.note, resource))
  }
  return { links, licences }
}

/** Of several entities, the nearest first. */
export const uniteRelated = (all: readonly Related[]): Related => ({
  links: all.flatMap(({ links }) => links),
  licences: [...new Set(all.flatMap(({ licences }) => licences))],
})

/** Addresses that are read of one entity. */
const MAX_RELATIONS = 200

function toLink(kind: LinkKind, note: Reason | undefined, resource: string): readonly Link[] {
  const link = makeLink({ kind, by: 'musicbrainz', note }, resource)
  if (!link) return []
  // What can be heard there can be seen there, too.
  return [link.service === 'YouTube' && kind === 'listen' ? { ...link, kind: 'watch' } : link]
}

/** Whether a relationship says that the recording is heard or had at the address: no licence, no database. */
export function isOfSound(relation: JsonObject): boolean {
  const type = readText(relation['type-id']) ?? ''
  const meaning = Object.hasOwn(meanings, type) ? meanings[type] : undefined
  return meaning !== undefined && meaning.kind !== 'licence' && meaning.kind !== 'homepage'
}
