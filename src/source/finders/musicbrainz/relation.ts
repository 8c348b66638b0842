import { asList, asRecord } from '../../../base/json.ts'
import { isTrue, readText, readUrl } from '../../online/fields.ts'

/** An address that MusicBrainz relates to something, and how. */
export interface Relation {
  /** The relation's name: `purchase for download`. */
  readonly type: string
  /** The relation's id; names have changed, ids never. */
  readonly typeId: string
  readonly url: string
}

const MOST = 300

/** Of all relations those to addresses that still hold. */
export function readRelations(value: unknown): readonly Relation[] {
  return asList(value)
    .slice(0, MOST)
    .flatMap((each) => readRelation(asRecord(each)) ?? [])
}

function readRelation(fields: Readonly<Record<string, unknown>>): Relation | undefined {
  if (isTrue(fields.ended)) return undefined
  const url = readUrl(asRecord(fields.url).resource)
  const type = readText(fields.type)
  if (url === undefined || type === undefined) return undefined
  return { type, typeId: readText(fields['type-id']) ?? '', url }
}

/** https://musicbrainz.org/relationships/recording-url and release-url: what the address says of rights. */
const licence = new Set([
  'f25e301d-b87b-4561-86a0-5d2df6d26c0a',
  '004bd0c3-8a45-4309-ba52-fa99f3aa3d50',
])
const freeDownload = new Set([
  '45d0cbc5-d65b-4e77-bdfd-8a75207cb5c5',
  '9896ecd0-6d29-482d-a21e-bd5d1b5e3425',
])
const freeStreaming = new Set([
  '7e41ef12-a124-4324-afdb-fdbae687a89c',
  '08445ccf-7b99-4438-9f9a-fb9ac18099ee',
])

export const isLicence = ({ type, typeId }: Relation) => licence.has(typeId) || type === 'license'

export const isFreeDownload = ({ type, typeId }: Relation) =>
  freeDownload.has(typeId) || type === 'download for free'

export const isFreeStreaming = ({ type, typeId }: Relation) =>
  freeStreaming.has(typeId) || type === 'free streaming'
