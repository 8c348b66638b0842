import type { terminal as English } from '../en/terminal.ts'
import { accounts } from './accounts.ts'
import { listChanges } from './archives/lists.ts'
import { reindex } from './archives/reindex.ts'
import { tellInstalled } from './installed-sync.ts'
import { lastScreen } from './last-screen.ts'
import { published } from './published.ts'
import { units } from './units.ts'

const { bytes, count, span } = units

const files = (number: number) => `${count(number)} ${number === 1 ? 'Datei' : 'Dateien'}`

const aliasesOf = (aliases: number, artists: number) =>
  `${count(aliases)} ${aliases === 1 ? 'Aliasname' : 'Aliasnamen'} von ${artists === 1 ? 'einem Interpreten' : `${count(artists)} Interpreten`}`

const songs = (number: number) => `${count(number)} ${number === 1 ? 'Lied' : 'Lieder'}`
const beside = (others: number) => (others === 0 ? '' : `; ${count(others)} weitere eigene bleiben`)
const lacks = (missing: number) =>
  missing === 0 ? '' : `; ${count(missing)} ${missing === 1 ? 'fehlt' : 'fehlen'} dort:`

export const terminal: typeof English = {
  broke: 'In Songkeep ist etwas schiefgegangen. Was gesichert ist, bleibt sicher.',
  stopping: 'Es wird angehalten. Was gesichert ist, bleibt; der nächste Lauf macht hier weiter.',
  library: {
    files: (number) => `Bibliothek: ${files(number)}`,
    unreadable: (path, reason) => `nicht zu lesen: ${path}: ${reason}`,
    more: (number) =>
      `und ${count(number)} weitere, die nicht zu lesen sind (--json nennt sie alle)`,
  },
  playlist: (name, entries, format) =>
    `${name}: ${count(entries)} ${entries === 1 ? 'Eintrag' : 'Einträge'}, gelesen als ${format}`,
  synced: ({ lists, unchanged, notReread }) =>
    [
      `${count(lists)} ${lists === 1 ? 'Liste' : 'Listen'}: ${count(unchanged)} ohne Neues, ${count(lists - unchanged)} auf den neuen Stand gebracht.`,
      ...(notReread > 0
        ? [`${count(notReread)} ließen sich nicht neu lesen und blieben wie aufgezeichnet.`]
        : []),
    ].join(' '),
  installed: (told) => tellInstalled(told),
  nothingNew: (name) => `${name}: nichts Neues`,
  lastScreen,
  leftOut: (lines) => `… und ${count(lines)} weitere (--verbose nennt alle)`,
  reportFiles: { playlist: 'Playlist', html: 'Bericht ' },
  pruning: {
    notPruned: (reason) => `Nichts wurde aussortiert. ${reason}`,
    nothing:
      'Nichts ist auszusortieren: Jede gesicherte Datei gehört zu einem Titel in einer der Playlists.',
    moved: (number, size, dryRun) =>
      `Aussortiert: ${files(number)}, ${bytes(size)}, ${dryRun ? (number === 1 ? 'käme in den Papierkorb' : 'kämen in den Papierkorb') : 'jetzt im Papierkorb'}.`,
    withdrawn: (number, size, dryRun) =>
      `Aussortiert: ${files(number)}, ${bytes(size)}, ${dryRun ? (number === 1 ? 'würde' : 'würden') : number === 1 ? 'wurde' : 'wurden'} aus dem Archiv genommen. Aus dem Bucket wird nichts gelöscht.`,
    lieIn: (trash) => `Zu finden in ${trash}`,
    changed: (number) => `Bleiben, weil jemand sie seither geändert hat: ${files(number)}`,
    missing: (number) => `Schon fort und nicht mehr im Verzeichnis: ${files(number)}`,
    more: (number) => `und ${count(number)} weitere (--json nennt sie alle)`,
  },
  ask: {
    user: (server: string) => `Benutzername bei ${server}: `,
    password: (server: string) => `Passwort bei ${server}: `,
  },
  doctor: {
    asking: 'Jeder Dienst wird gefragt: höchstens zehn Sekunden …',
    recorded: (folder) =>
      `Die Antworten liegen in ${folder}. Sie enthalten keine Schlüssel und nichts Persönliches.`,
  },
  accounts,
  askToReplace: (path) => `${path} ersetzen? (j/n) `,
  listChanges,
  reindex,
  whichList: {
    ask: (playlist, entries) =>
      `„${playlist}“ (${count(entries)} ${entries === 1 ? 'Eintrag' : 'Einträge'}) ist`,
    prompt: (suggested) =>
      `Was davon? Eine Zahl, Enter für ${suggested}, oder a für das Vorgeschlagene, hier und bei allen weiteren: `,
    wrong: (most) => `Bitte eine Zahl von 1 bis ${most}, Enter oder a.`,
  },
  lists: {
    none: 'Das Archiv enthält noch keine Liste.',
    entries: (number) => `${count(number)} ${number === 1 ? 'Eintrag' : 'Einträge'}`,
    unfinished: 'noch nicht fertig',
    renamed: (before, name, folder) =>
      `„${before}“ heißt jetzt „${name}“. Was dazugehört, bleibt im Ordner ${folder}.`,
  },
  exported: (name, tracks, path) => `${name}: ${count(tracks)} Titel, ${path}`,
  push: {
    made: ({ added, missing }, isWritten) =>
      `${isWritten ? 'angelegt' : 'würde angelegt'} mit ${songs(added)}${lacks(missing)}`,
    changed: ({ added, songs: held, others, missing }, isWritten) =>
      `${isWritten ? 'ergänzt' : 'würde ergänzt'} um ${songs(added)} und hat dann ${count(held)} aus der Liste des Archivs${beside(others)}${lacks(missing)}`,
    same: ({ songs: held, others, missing }) =>
      held === 0
        ? `nichts davon ist dort${lacks(missing)}`
        : `hat schon ${count(held)} aus der Liste des Archivs${beside(others)}${lacks(missing)}`,
    refused: () => 'bleibt, wie sie ist',
    dryRun: 'Dort wurde nichts geändert. Derselbe Befehl mit --write tut es.',
  },
  jobs: {
    none: 'Noch ist nichts gelaufen.',
    notHere: 'Hier wird er nicht ausgeführt: Daran oder an seinem Archiv wird schon gearbeitet.',
    states: {
      queued: 'wartet',
      running: 'läuft',
      paused: 'angehalten',
      resting: 'ruht',
      interrupted: 'unterbrochen',
      done: 'fertig',
      failed: 'gescheitert',
      cancelled: 'abgebrochen',
    },
    place: (place) => `Nr. ${count(place)}`,
    until: (until) => `bis ${until} UTC`,
    noWorker:
      'Niemand ist da, der ausführt, was wartet: Mit songkeep worker oder songkeep serve geht es weiter.',
    signals: { pause: 'hält gleich', cancel: 'bricht ab' },
  },
  serve: {
    isAt: (address) => `Songkeep ist hier: ${address}`,
    untilStopped: 'Es läuft bis Strg-C weiter, auch wenn der Browser geschlossen wird.',
    stopping: 'Es wird angehalten. Unfertige Läufe gehen nach dem nächsten Start weiter.',
  },
  worker: {
    isAt: (database, width) =>
      `Ausgeführt werden die Läufe ${database === undefined ? 'dieses Rechners' : `in ${database}`}, ${count(width)} zugleich.`,
    healthIsAt: (address) => `Ob er bereit ist, sagt ${address}/readyz`,
    looksIn: (folder) => `Was auf der Seite abgelegt wurde, wird hier gesucht: ${folder}`,
    untilStopped: 'Das geht bis Strg-C so weiter.',
    begun: (job) => `begonnen  ${job}`,
    left: (job, state) => `beendet   ${job}: ${state}`,
    stopping: (running) =>
      running === 0
        ? 'Es wird angehalten.'
        : `Es wird angehalten: Was läuft (${count(running)}), kommt zurück in die Liste.`,
  },
  login: {
    invite: (address) => `Diese Adresse in einem Browser öffnen und zustimmen:

  ${address}

Ist der Browser auf einem anderen Rechner, endet er auf einer Seite, die er nicht zeigen kann:
Deren Adresse (http://127.0.0.1:…) kopieren und hier einfügen.
`,
    wrongLine:
      'Das ist nicht die erwartete Adresse: Sie beginnt mit http://127.0.0.1 und enthält code und state.',
    loggedIn: (name) => `Angemeldet${name === '' ? '' : ` als ${name}`}.`,
    forgotten:
      'Die Anmeldung ist hier gelöscht. Um sie auch bei Spotify zurückzunehmen: https://www.spotify.com/account/apps',
    none: 'Es gab keine Anmeldung.',
  },
  playlists: {
    readable: 'Diese lassen sich mit songkeep backup lesen:',
    others:
      'Diese lassen sich nicht lesen; die eigenen Daten bei Spotify anfordern oder die Titel in eine eigene Playlist kopieren:',
    unreadable: (name, owner, why) => `${name}, von ${owner}: ${why}`,
  },
  duplicates: {
    notHeard: (path, reason) => `Nicht gehört: ${path}: ${reason}`,
    listened: (read, reused) => `${files(read)} angehört, ${count(reused)} von früher bekannt.`,
    listening: (done, total) => `${count(done)} von ${count(total)} Dateien angehört`,
    none: 'Nichts ist doppelt da.',
    unknownCodec: 'unbekannt',
  },
  waterfall: {
    decisions: { match: 'passt', ambiguous: 'mehrdeutig', none: 'keine passt' },
    sum: 'Summe',
    noArtist: '(kein Interpret)',
  },
  scores: {
    set: 'Gruppe',
    all: 'alle',
    rightFirst: 'zuerst richtig',
    recall: 'Trefferquote',
    precision: 'Genauigkeit',
    falseAccepts: 'falsch angenommen',
    ambiguous: 'mehrdeutig',
    queries: 'Anfragen',
    counted: (present, absent) => `${count(present)} + ${count(absent)} nicht vorhanden`,
    missed: (id: string, want: string, decision: string | undefined) =>
      `${id}: soll ${want} sein, ist ${decision ?? 'nicht beantwortet'}`,
    probability: 'Wahrsch.',
    answers: 'Antworten',
    mean: 'Mittel',
    right: 'richtig',
  },
  published,
  catalogue: {
    built: (tracks, folder, ms) => `${count(tracks)} Titel in ${folder}, gebaut in ${span(ms)}.`,
    named: (aliases, artists, folder) => `${aliasesOf(aliases, artists)} in ${folder}.`,
    cut: (shards, file) => `${shards} Teile, genannt von ${file}: als --catalogue zu verwenden.`,
    cutting: (done, total) => `schneidet ${done} von ${total}`,
    served: (tracks, address) => `Für ${count(tracks)} Titel wird unter ${address} geantwortet`,
    leftOut: (row, reason) => `Zeile ${row} wurde ausgelassen: ${reason}`,
    progress: (step, part, tracks) => `${step} ${part}, ${count(tracks)} Titel`,
    progressOfArtists: (part, artists) => `Interpreten ${part}, ${count(artists)} gelesen`,
    info: {
      tracks: 'Titel',
      artists: 'Interpreten',
      size: 'Größe',
      perTrack: (size, bytesPerTrack) =>
        `${size}, ${bytesPerTrack.toFixed(1).replace('.', ',')} Bytes je Titel`,
      countTracks: (tracks) => `${count(tracks)} Titel`,
      aliases: 'Namen',
      aliasesOf: (aliases, artists, size) => `${aliasesOf(aliases, artists)}, ${size}`,
      countArtists: (artists) => `${count(artists)} Interpreten`,
      shard: 'Teil',
      shardOf: (number, total, tracks) => `${number} von ${total}, von ${count(tracks)} Titeln`,
      built: 'Gebaut',
      builtAt: (at, took) => `${at}, in ${took}`,
      from: 'aus',
      licences: 'Lizenzen',
      none: 'keine genannt',
      checksums: 'Prüfsummen',
      right: 'alle richtig',
    },
  },
}
