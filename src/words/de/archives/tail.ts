import type { tail as english } from '../../en/archives/tail.ts'
import { units } from '../units.ts'

const { bytes, count, day } = units

const percent = (share: number) => {
  if (share === 0 || share === 1) return `${share * 100} %`
  const shown = Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))
  return `${share < 0.001 ? 'unter ' : ''}${units.fixed(shown, 1)} %`
}

const tracks = (number: number) => `${count(number)} Titel`
const ofTracks = (number: number) => `${count(number)} ${number === 1 ? 'Titel' : 'Titeln'}`
const plays = (number: number) => `${count(number)} ${number === 1 ? 'Wiedergabe' : 'Wiedergaben'}`
const points = (number: number) => `Beliebtheit ${count(number)}`
const entries = (number: number) => `${count(number)} ${number === 1 ? 'Eintrag' : 'Einträge'}`

export const tail: typeof english = {
  title: 'Der Long Tail',
  percent,
  amount: { plays, entries, popularity: points },
  safe: {
    plays: (share) => `${percent(share)} des Gehörten sind gesichert`,
    entries: (share) => `${percent(share)} der Einträge aller Listen sind gesichert`,
    popularity: (share) => `${percent(share)} der Beliebtheit dieses Katalogs sind gesichert`,
  },
  spread: {
    plays: 'Wie sich das Gehörte verteilt',
    entries: 'Wie sich die Einträge der Listen verteilen',
    popularity: 'Wie sich die Beliebtheit dieses Katalogs verteilt',
  },
  whole: (number, amount) => `${tracks(number)}, ${amount}`,
  kept: (number, of, size) =>
    `Unversehrt gesichert: ${count(number)} von ${ofTracks(of)}, ${bytes(size)}`,
  found: (exactly, byNames) =>
    `Erkannt an Adresse oder ISRC: ${percent(exactly)}; an Titel und Interpret: ${percent(byNames)}`,
  half: (number, share) =>
    `Die Hälfte davon ${number === 1 ? 'ist' : 'sind'} ${tracks(number)} (${percent(share)} von allen)`,
  outweighed: (number) => `Die ersten drei wiegen so viel wie die letzten ${count(number)}`,
  gini: (value) => `Gini ${units.fixed(value, 2)}`,
  giniMeaning: '0: alle gleich; 1: einer hat alles',
  holds: (share, size) => `${percent(share)} brauchen ${bytes(size)}`,
  at: (iso) => `Stand: ${units.time(iso)}`,
  of: (names) => units.list(names),
  decade: (from) => {
    if (from === 0) return '0'
    return from === 1 ? '1–9' : `${count(from)}–${count(from * 10 - 1)}`
  },
  lorenz: {
    title: 'Lorenzkurve',
    describe: (half, share, gini) =>
      `Die Kurve sagt, welchen Anteil die seltener gespielten Titel haben. Die untere Hälfte hat ${percent(half)}; das meistgespielte Zehntel hat ${percent(share)}. Gini ${units.fixed(gini, 2)}.`,
    across: 'Anteil der Titel, die seltensten zuerst',
    up: 'Anteil am Ganzen',
  },
  decades: {
    title: {
      plays: 'Titel nach der Zahl der Wiedergaben',
      entries: 'Titel nach Einträgen in Listen',
      popularity: 'Aufnahmen nach Beliebtheit',
    },
    describe: (rows) => rows.join('; '),
    row: (band, number, keptTracks) =>
      `${band}: ${tracks(number)}, davon ${count(keptTracks)} gesichert`,
    across: 'Titel; farbig: unversehrt gesichert',
    band: 'Jeder',
    number: 'Titel',
    keptTracks: 'Gesichert',
    share: 'Vom Ganzen',
  },
  storage: {
    title: 'Speicherplatz und was er fasst',
    describe: (size90, size99, all) =>
      `Am besten gewählt, brauchen 90 % des Ganzen ${bytes(size90)} und 99 % ${bytes(size99)}; alles zusammen braucht ${bytes(all)}.`,
    keptNow: (share, size) => `jetzt gesichert: ${percent(share)} in ${bytes(size)}`,
    across: 'Speicherplatz',
    up: 'Anteil am Ganzen',
    byPlays: 'Meistgespielte zuerst',
    byPlaysPerByte: 'meiste Wiedergaben je Byte',
    share: 'Vom Ganzen',
    takes: 'Braucht, am besten gewählt',
  },
  risk: {
    heading: 'Gefährdet',
    lead: (number, withdrawn) =>
      number === 0
        ? 'Nichts: Von jeder Aufnahme sind mindestens zwei bekannt, die sie haben.'
        : `${count(number)} ${number === 1 ? 'Aufnahme, von der' : 'Aufnahmen, von denen'} höchstens einer bekannt ist, der sie hat, oder die ${number === 1 ? 'ihr Dienst' : 'ihre Dienste'} zurückgezogen ${number === 1 ? 'hat' : 'haben'} (${count(withdrawn)}).`,
    holders: (number) =>
      number === 0
        ? 'niemand ist bekannt, der sie hat'
        : `${count(number)} ${number === 1 ? 'hat sie' : 'haben sie'}`,
    copies: (number) => `${count(number)} eigene ${number === 1 ? 'Kopie' : 'Kopien'}`,
    withdrawn: (iso) =>
      iso === '' ? 'vom Dienst zurückgezogen' : `vom Dienst zurückgezogen, bemerkt am ${day(iso)}`,
    checked: (iso) => `geprüft am ${day(iso)}`,
    unchecked: (iso) => `gesichert am ${day(iso)}, seither nicht geprüft`,
    notKept: 'nicht gesichert',
    unknownRight: 'Recht nicht bekannt',
    recording: 'Aufnahme',
    holds: 'Wer sie hat',
    right: 'Recht',
    state: 'Zuletzt geprüft',
    moreHere: (number) => `und ${count(number)} weitere: songkeep tail --out schreibt sie auf.`,
    more: (number) =>
      `und ${count(number)} weitere; die Tabelle neben dieser Seite hat die ersten 500.`,
  },
  next: {
    heading: 'Was als Nächstes',
    lead: 'Was für seine Größe am meisten sichert, und wo es zu bekommen ist. Songkeep kopiert, was Lizenz und Anbieter erlauben; alles andere ist dort zu kaufen oder zu hören, wo es ist.',
    none: 'Nichts, was gespielt wurde, fehlt.',
    perGigabyte: (value) => `${count(Math.round(value))} je GB`,
    estimate: 'Größe geschätzt',
    recording: 'Aufnahme',
    saves: 'Sichert',
    way: 'Wie',
    ways: {
      download: 'wird von Künstler oder Label verschenkt',
      decide: 'gefunden: noch zu entscheiden (in Songkeep öffnen)',
      elsewhere: 'darf dort, wo es gefunden wurde, nicht kopiert werden; kaufen oder hören',
      nowhere: 'gesucht, und niemand ist bekannt, der es hat',
      unsought: 'noch nicht gesucht: songkeep backup',
      repair: 'war gesichert, und die Datei ist beschädigt: songkeep verify',
    },
    search: 'eine Suche, nicht geprüft',
  },
  places: { archive: 'herunterladen', service: 'hören', shop: 'kaufen' },
  notes: 'Wie gezählt wurde',
  written: (path) => `Bericht: ${path}`,
  working: 'Liest …',
  reading: (done, total) => `Liest … ${count(done)} von ${count(total)}`,
}
