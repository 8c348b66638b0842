import type { report as English } from '../en/report.ts'
import { units } from './units.ts'

const { count, time } = units

export const report: typeof English = {
  title: (playlist) => `${playlist} · Bericht von Songkeep`,
  finished: (at) => `Bericht von Songkeep · ${time(at)}`,
  music: (span, size) => `${span} Musik, ${size}`,
  madeIn: (span) => `fertig in ${span}`,
  doneIn: (span, dryRun) => `${dryRun ? 'durchgesehen' : 'fertig'} in ${span}`,
  note: (note) => `Hinweis: ${note}`,
  kept: 'Gesichert',
  notKept: 'Nicht gesichert',
  next: 'Was nun',
  entries: 'Einträge',
  liesIn: (archive) => `Alles liegt in ${archive}`,
  search: 'Suchen',
  searchLong: 'Titel, Interpreten und Gründe durchsuchen',
  found: { one: 'Eintrag', many: 'Einträge' },
  showOnly: 'Nur diese Einträge zeigen',
  all: 'Alle',
  about: 'Über diesen Lauf',
  readAs: (format, entries) =>
    `Gelesen als ${format}, ${count(entries)} ${entries === 1 ? 'Eintrag' : 'Einträge'}.`,
  unreached: (entries) =>
    entries === 1
      ? '1 Eintrag wurde nicht erreicht.'
      : `${count(entries)} Einträge wurden nicht erreicht.`,
  ran: (from, to) => `Lief vom ${time(from)} bis zum ${time(to)}.`,
  noHosts: 'Im Internet wurde niemand gefragt.',
  hosts: (hosts) => `Im Internet gefragt: ${hosts.join(', ')}.`,
  noneRefused: 'Keine Anfrage wurde blockiert.',
  refused: (requests) => `Blockierte Anfragen: ${requests.join(', ')}.`,
}
