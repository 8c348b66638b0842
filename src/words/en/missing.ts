import type { LinkKind } from '../../model/link.ts'
import { units } from './units.ts'

const { count } = units

const places: Readonly<Record<Exclude<LinkKind, 'search'>, (service: string) => string>> = {
  download: (service) => `To download at ${service}`,
  buy: (service) => `To buy at ${service}`,
  listen: (service) => `To listen to at ${service}`,
  watch: (service) => `To watch at ${service}`,
  homepage: (service) => `Known at ${service}`,
}

/** The shopping list: what of a list is not kept, and where it may be had. */
export const missing = {
  title: 'Shopping list',
  lead: (lacking: number, tracks: number) =>
    lacking === 0
      ? 'Nothing is missing: every track of this list is kept.'
      : `${count(lacking)} of ${count(tracks)} ${tracks === 1 ? 'track' : 'tracks'} ${lacking === 1 ? 'is' : 'are'} not kept.`,
  places,
  search: 'Search for it in shops',
  nowhere: 'No known place',
  album: (album: string, artist: string) => (artist === '' ? album : `${album}, by ${artist}`),
  noAlbum: 'Without an album',
  open: 'waits for your decision',
  columns: {
    position: 'No.',
    artists: 'Artists',
    title: 'Title',
    album: 'Album',
    length: 'Length',
    place: 'Where',
    address: 'Address',
    search: (shop: string) => `Search at ${shop}`,
  },
}
