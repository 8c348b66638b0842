import type { missing as English } from '../en/missing.ts'
import { units } from './units.ts'

const { count } = units

export const missing: typeof English = {
  title: 'Einkaufsliste',
  lead: (lacking, tracks) =>
    lacking === 0
      ? 'Nichts fehlt: Jeder Titel dieser Liste ist gesichert.'
      : `${count(lacking)} von ${count(tracks)} Titeln ${lacking === 1 ? 'ist' : 'sind'} nicht gesichert.`,
  places: {
    download: (service) => `Zum Herunterladen bei ${service}`,
    buy: (service) => `Zu kaufen bei ${service}`,
    listen: (service) => `Zu hören bei ${service}`,
    watch: (service) => `Zu sehen bei ${service}`,
    homepage: (service) => `Bekannt bei ${service}`,
  },
  search: 'In Läden suchen',
  nowhere: 'Kein Ort bekannt',
  album: (album, artist) => (artist === '' ? album : `${album} von ${artist}`),
  noAlbum: 'Ohne Album',
  open: 'noch zu entscheiden',
  columns: {
    position: 'Nr.',
    artists: 'Künstler',
    title: 'Titel',
    album: 'Album',
    length: 'Länge',
    place: 'Wo',
    address: 'Adresse',
    search: (shop) => `Suche bei ${shop}`,
  },
}
