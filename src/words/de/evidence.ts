import type { evidence as English } from '../en/evidence.ts'
import { agreement } from './agreement.ts'
import { units } from './units.ts'

const { count, day, time } = units

export const evidence: typeof English = {
  fields: {
    location: 'Ort der Datei',
    title: 'Titel',
    version: 'Fassung',
    artist: 'Interpret',
    guests: 'Gäste',
    album: 'Album',
    duration: 'Länge',
    year: 'Jahr',
    isrc: 'ISRC',
    'track-number': 'Titelnummer',
    popularity: 'Bekanntheit',
    prior: 'Ausgangslage',
  },
  links: {
    watch: 'Video',
    listen: 'Anhören',
    download: 'Freier Download',
    buy: 'Kaufen',
    homepage: 'Homepage',
    search: 'Suche',
  },
  actions: {
    copy: 'Darf kopiert werden',
    link: 'Ein Link, keine Kopie',
    review: 'Zu prüfen',
  },
  agreement,
  making({ how, quality }) {
    switch (how) {
      case 'encoded':
        return quality === undefined
          ? 'in MP3 umgewandelt'
          : `in MP3 umgewandelt, Qualität ${quality}`
      case 'copied':
        return 'Ton unverändert kopiert, neue Tags'
      case 'kept':
        return 'genaue Kopie der Datei'
    }
  },
  compared: (left, right) => `„${left}“ gegen „${right}“`,
  against: 'gegen',
  likely: (probability) => `${probability} wahrscheinlich dieselbe Aufnahme`,
  technical: 'Technische Angaben',
  howToRead:
    'Ein Balken je Feld: Grün spricht dafür, Ocker dagegen, und je länger, desto mehr. Ein Bit macht es doppelt oder halb so wahrscheinlich; die letzte Zeile zählt alles zusammen.',
  inBits: (bits) => `${bits} Bit`,
  columns: {
    field: 'Feld',
    compared: 'Playlist gegen Aufnahme',
    drawn: 'Balken',
    bits: 'Bit',
    all: 'alles',
  },
  knownAs: (facts) => `Bekannt als: ${facts}`,
  nearest: (facts) => `Ähnlichster Fund: ${facts}`,
  againstIt: (objections) => `Dagegen spricht: ${objections}`,
  differsIn: (objections) => `anders ist: ${objections}`,
  more: (number) => `und ${count(number)} weitere`,
  moreInReport: (number) => `Und ${count(number)} weitere; report.json nennt sie alle.`,
  whereElse: 'Wo es zu hören und zu kaufen ist',
  notChecked: 'eine Suche, nicht geprüft',
  namedBy: (name) => `genannt von ${name}`,
  headings: {
    known: 'Wie der Katalog es nennt',
    nearest: 'Der ähnlichste Fund',
    failed: 'Was gesichert werden sollte',
  },
  facts: {
    file: 'Datei',
    made: 'Entstanden',
    from: 'Woher',
    evidence: 'Beleg',
    licence: 'Lizenz',
    host: 'Anbieter',
    verdict: 'Urteil',
    notes: 'Anmerkungen',
    checksum: 'SHA-256',
  },
  library: 'Bibliothek',
  given: 'eigene Datei',
  ofTheOriginal: 'der Vorlage',
  putThereBy: 'eingestellt von',
  hostsAnswer: 'Die Antwort des Anbieters',
  answeredAt: (at) => `vom ${time(at)}`,
  asGiven: 'im Wortlaut:',
  lookedUp: (on) => `nachgesehen am ${day(on)}`,
  itsTerms: 'seine Bedingungen',
  readOn: (on) => `gelesen am ${day(on)}`,
}
