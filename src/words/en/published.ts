import { units } from './units.ts'

const { bytes, count } = units

export interface PublishedCounts {
  readonly generation: number
  readonly isNew: boolean
  readonly publicKey: string
  readonly bytes: number
  readonly sentBytes: number
  readonly replaced: number
}

export interface PlanCounts {
  readonly generation: number
  readonly tracks: number
  readonly bytes: number
  readonly missingBytes: number
}

/** What the terminal says while a catalogue is published or fetched. */
export const published = {
  keyMade: (path: string) =>
    `The private key is in ${path}. Keep it to yourself, and keep a copy of it.\nTell your readers this public key, in another way than by the place where you publish:`,
  published: (
    place: string,
    { generation, isNew, bytes: all, sentBytes, replaced }: PublishedCounts,
  ) =>
    [
      isNew
        ? `Generation ${count(generation)} is published at ${place}: ${bytes(all)}, ${bytes(sentBytes)} of it sent now.`
        : `${place} has this catalogue already, as generation ${count(generation)}.`,
      ...(replaced > 0 ? [`Damaged there, and sent again: ${count(replaced)}`] : []),
    ].join('\n'),
  signedWith: (publicKey: string) => `Signed with ${publicKey}`,
  plan: (place: string, { generation, tracks, bytes: all, missingBytes }: PlanCounts) =>
    `${place}, generation ${count(generation)}: ${count(tracks)} tracks, ${bytes(all)}; to fetch: ${bytes(missingBytes)}`,
  askKey: (place: string, signedBy: string) =>
    `The catalogue at ${place} is signed with\n  ${signedBy}\nIs that the key that its publisher has told you? (y/n) `,
  trusted:
    'From now on only what this key has signed is taken. The place itself is trusted with nothing.',
  fetched: (generation: number, folder: string) =>
    `Generation ${count(generation)} is in ${folder}`,
  dryRun: 'Nothing was fetched.',
}
