import type { Told } from '../../../src/model/reason.ts'
import { de as words } from '../../../src/words/de/index.ts'
import { say } from '../../../src/words/say.ts'
import type { evidence as English } from '../en/evidence.ts'
import { format } from './format.ts'
import { levels } from './levels.ts'

const { bytes, count, decimal, day, duration, signed, time } = format

export const evidence: typeof English = {
  fields: {
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
  word: sayLevel,
  probability: format.probability,
  bits: format.weight,
  waterfall: 'Was für diese Aufnahme spricht und was dagegen, in Bit',
  field: 'Feld',
  compared: 'Playlist gegen Aufnahme',
  drawn: 'Gezeichnet',
  weight: 'Bit',
  all: 'alles',
  against: 'gegen',
  likely: (share) => `${share} wahrscheinlich dieselbe Aufnahme`,
  licence: 'Lizenz',
  asGiven: (text) => `im Wortlaut: ${text}`,
  host: 'Anbieter',
  lookedUp: (date) => `nachgesehen am ${day(date)}`,
  itsTerms: 'seine Bedingungen',
  readOn: (date) => `gelesen am ${day(date)}`,
  verdict: 'Urteil',
  from: 'Woher',
  putThereBy: (name) => `eingestellt von ${name}`,
  answer: 'Beleg',
  hostsAnswer: 'Die Antwort des Anbieters',
  answeredAt: (at) => `vom ${time(at)}`,
  checksum: 'SHA-256',
  original: 'der Vorlage',
  notes: 'Anmerkungen',
  whereElse: 'Wo es zu hören und zu kaufen ist',
  namedBy: (name) => `genannt von ${name}`,
  notChecked: 'eine Suche, nicht geprüft',
  more: (number) => `Und ${count(number)} weitere`,
  fewer: 'Weniger zeigen',
  file: 'Datei',
  made: 'Entstanden',
  making: {
    encoded: (quality) =>
      quality === undefined ? 'umgewandelt' : `umgewandelt, Qualität ${quality}`,
    copied: () => 'Ton unverändert, neue Angaben',
    kept: () => 'Byte für Byte kopiert',
  },
  size: (ms, size) => `${duration(ms)}, ${bytes(size)}`,
  fingerprint: 'Fingerabdruck',
  fingerprintOf: (algorithm) => `${algorithm}, gekürzt`,
  loudness: 'Lautheit',
  loudnessOf: (lufs, gain, peak) =>
    `${signed(lufs, 1)} LUFS, Anpassung ${signed(gain, 1)} dB, Spitze ${decimal(peak, 3)}`,
  listen: (title) => `${title} anhören`,
  cannotPlay: 'Dieser Browser kann es nicht abspielen, oder es ist nicht mehr da.',
  watch: (title) => `Hier ansehen: ${title}`,
  contactsYoutube:
    'Der Player kommt von YouTube: Ein Druck darauf nimmt Verbindung mit YouTube auf.',
  source: 'Gefunden bei',
}

function sayLevel(given: Told): string {
  const sentence = say(given, words)
  return levels.get(sentence) ?? sentence
}
