import { audioFormats, qualities } from '../media.ts'

/** The same in each language. Help stands beside its option, so that an option is one row. */
type ByLanguage = Readonly<Record<'en' | 'de', string>>

interface RowStart {
  /** As the command line has it: `-l, --library <folder>`. */
  readonly flag: string
  readonly help: ByLanguage
  readonly required?: true
  /** How the page offers it, where a box to tick is enough. */
  readonly page?: {
    /** `making` and `network` are kept in the settings for all backups, `once` is chosen for one. */
    readonly section: 'making' | 'network' | 'once'
    readonly label: ByLanguage
    readonly hint: ByLanguage
  }
}

/** What an option takes. */
export type OptionRow =
  | (RowStart & { readonly kind: 'folder' })
  | (RowStart & {
      readonly kind: 'folders'
      readonly max: number
      readonly default: readonly string[]
    })
  | (RowStart & { readonly kind: 'text'; readonly maxLength: number; readonly default?: string })
  | (RowStart & { readonly kind: 'texts'; readonly max: number; readonly maxLength: number })
  | (RowStart & {
      readonly kind: 'choice'
      readonly choices: readonly [string, ...string[]]
      readonly default: string
    })
  | (RowStart & { readonly kind: 'flag'; readonly default: boolean })
  /** A whole number from 1. */
  | (RowStart & { readonly kind: 'number'; readonly max: number })

/**
 * What a backup may be asked to do: the one table from which the command line's flags and help, the API's schema,
 * the stored job and the page's form follow.
 */
export const backupOptions = {
  libraries: {
    kind: 'folders',
    flag: '-l, --library <folder>',
    max: 50,
    default: [],
    help: {
      en: 'where your music lies; give it again for more folders',
      de: 'wo Ihre Musik liegt; für mehrere Ordner mehrmals angeben',
    },
  },
  catalogues: {
    kind: 'folders',
    flag: '-c, --catalogue <folder>',
    max: 20,
    default: [],
    help: {
      en: 'a metadata index to ask as well (songkeep catalogue)',
      de: 'ein Metadaten-Verzeichnis, das auch gefragt wird (songkeep catalogue)',
    },
  },
  into: {
    kind: 'folder',
    flag: '-i, --into <folder>',
    required: true,
    help: {
      en: 'the archive: made if it is not there',
      de: 'das Archiv: wird angelegt, wenn es fehlt',
    },
  },
  names: {
    kind: 'text',
    flag: '-n, --name <template>',
    maxLength: 500,
    default: '{playlist}/{position} {artist} - {title}',
    help: { en: 'how files are named', de: 'wie Dateien heißen' },
  },
  format: {
    kind: 'choice',
    flag: '-f, --format <format>',
    choices: audioFormats,
    default: 'mp3',
    help: {
      en: 'of what is made (ogg is Vorbis, m4a AAC), or keep to copy files as they are',
      de: 'in dem Dateien entstehen (ogg ist Vorbis, m4a AAC); keep kopiert sie, wie sie sind',
    },
  },
  quality: {
    kind: 'choice',
    flag: '-q, --quality <quality>',
    choices: qualities,
    default: 'V0',
    help: {
      en: 'of what is encoded: what is in the format already never is',
      de: 'beim Kodieren: was schon im Format vorliegt, wird nie neu kodiert',
    },
  },
  id3: {
    kind: 'choice',
    flag: '--id3 <version>',
    choices: ['2.4', '2.3'],
    default: '2.4',
    help: {
      en: 'of MP3 tags: 2.3 is for players that know no better',
      de: 'der MP3-Tags: 2.3 ist für Abspieler, die 2.4 nicht kennen',
    },
  },
  only: {
    kind: 'texts',
    flag: '-p, --playlist <name>',
    max: 2000,
    maxLength: 1000,
    help: {
      en: 'only this one, where the input holds several; give it again for more',
      de: 'nur diese, wo die Eingabe mehrere enthält; für mehrere mehrmals angeben',
    },
  },
  entries: {
    kind: 'text',
    flag: '--entries <number>',
    maxLength: 100_000,
    help: {
      en: 'look again for these entries of the playlist alone, by number: 3,17-20; all others stay as the last run left them',
      de: 'nur diese Einträge der Playlist noch einmal suchen, nach Nummer: 3,17-20; alle anderen bleiben, wie der letzte Lauf sie hinterließ',
    },
  },
  as: {
    kind: 'text',
    flag: '--as <name>',
    maxLength: 1000,
    help: {
      en: 'the playlist’s name, and so its folder, wherever it came from',
      de: 'der Name der Playlist, und damit ihres Ordners, woher sie auch kommt',
    },
  },
  list: {
    kind: 'text',
    flag: '--list <id>',
    maxLength: 2000,
    help: {
      en: 'the list of the archive whose newer version the playlist is, by id or name; of none yet: the id of a new list',
      de: 'die Liste des Archivs, deren neuere Fassung die Playlist ist, nach Kennung oder Namen; gibt es sie nicht: die Kennung einer neuen',
    },
  },
  inputFormat: {
    kind: 'text',
    flag: '--input-format <format>',
    maxLength: 100,
    help: {
      en: 'read the input as this format instead of recognising it',
      de: 'die Eingabe als dieses Format lesen, statt es zu erkennen',
    },
  },
  columns: {
    kind: 'text',
    flag: '--columns <names>',
    maxLength: 1000,
    help: {
      en: 'which columns of a table are what, by number or header: title=2,artist=3',
      de: 'welche Spalten einer Tabelle was enthalten, nach Nummer oder Kopf: title=2,artist=3',
    },
  },
  encoding: {
    kind: 'text',
    flag: '--encoding <name>',
    maxLength: 100,
    help: {
      en: 'of the input’s text, instead of the one it is found to have: windows-1251, shift_jis',
      de: 'die Kodierung des Textes, statt der erkannten: windows-1251, shift_jis',
    },
  },
  order: {
    kind: 'choice',
    flag: '--order <order>',
    choices: ['playlist', 'plays'],
    default: 'playlist',
    help: {
      en: 'plays keeps first what your listening history has most of',
      de: 'plays sichert zuerst, was Sie am meisten gehört haben',
    },
  },
  jobs: {
    kind: 'number',
    flag: '-j, --jobs <number>',
    max: 256,
    help: {
      en: 'tracks encoded at once; as many as the machine has processors where nothing is said',
      de: 'Titel, die gleichzeitig kodiert werden; sonst so viele, wie der Rechner Prozessoren hat',
    },
  },
  parity: {
    kind: 'number',
    flag: '--parity <percent>',
    max: 100,
    help: {
      en: 'parity beside the archive, by which lost bytes are computed: in percent of its size, such as 10%; from then on each run keeps it up to date',
      de: 'Parität neben dem Archiv, aus der verlorene Bytes berechnet werden: in Prozent seiner Größe, etwa 10%; von da an hält jeder Lauf sie auf dem Stand',
    },
  },
  cover: {
    kind: 'flag',
    flag: '--cover',
    default: false,
    help: {
      en: 'lay cover.jpg (or .png) into folders whose files are all of one album; a playlist’s folder of many albums gets none',
      de: 'legt cover.jpg (oder .png) in Ordner, deren Dateien alle zu einem Album gehören; der Ordner einer Playlist aus vielen Alben bekommt keines',
    },
    page: {
      section: 'making',
      label: { en: 'Lay the cover into albums', de: 'Das Cover zu Alben legen' },
      hint: {
        en: 'cover.jpg in folders whose files are all of one album.',
        de: 'cover.jpg in Ordner, deren Dateien alle von einem Album sind.',
      },
    },
  },
  prune: {
    kind: 'flag',
    flag: '--prune',
    default: false,
    help: {
      en: 'move to the archive’s trash what is kept for tracks that are in none of its playlists any more',
      de: 'verschiebt in den Papierkorb des Archivs, was in keiner seiner Playlists mehr steht',
    },
    page: {
      section: 'once',
      label: { en: 'Tidy up afterwards', de: 'Danach aufräumen' },
      hint: {
        en: 'What is in no playlist of the archive any more goes into its trash. Nothing is deleted.',
        de: 'Was in keiner Playlist des Archivs mehr steht, kommt in dessen Papierkorb. Gelöscht wird nichts.',
      },
    },
  },
  replace: {
    kind: 'flag',
    flag: '--replace',
    default: false,
    help: {
      en: 'where a kept file is gone or damaged, take what bears its name now though it sounds different',
      de: 'wo eine gesicherte Datei fehlt oder beschädigt ist, das nehmen, was jetzt so heißt, auch wenn es anders klingt',
    },
    page: {
      section: 'once',
      label: { en: 'Replace what is damaged', de: 'Beschädigtes ersetzen' },
      hint: {
        en: 'Where a kept file is gone or damaged, take what bears its name now though it sounds different.',
        de: 'Wo eine gesicherte Datei fehlt oder beschädigt ist, wird genommen, was jetzt so heißt, auch wenn es anders klingt.',
      },
    },
  },
  dryRun: {
    kind: 'flag',
    flag: '--dry-run',
    default: false,
    help: {
      en: 'say what would be kept, write nothing',
      de: 'sagt, was gesichert würde, und schreibt nichts',
    },
  },
  publicPage: {
    kind: 'flag',
    flag: '--public-page',
    default: false,
    help: {
      en: 'read a list from Spotify’s public page where there is no better way: no album, no ISRC, 100 entries at most',
      de: 'liest eine Liste von Spotifys öffentlicher Seite, wo es nicht besser geht: ohne Album und ISRC, höchstens 100 Einträge',
    },
    page: {
      section: 'network',
      label: { en: 'Read Spotify’s public page', de: 'Spotifys öffentliche Seite lesen' },
      hint: {
        en: 'Where a link cannot be read in a better way: no album, no ISRC, 100 entries at most.',
        de: 'Wo ein Link nicht besser zu lesen ist: ohne Album, ohne ISRC, höchstens 100 Einträge.',
      },
    },
  },
  offline: {
    kind: 'flag',
    flag: '--offline',
    default: false,
    help: {
      en: 'ask no source that needs the network',
      de: 'fragt keine Quelle, die das Netz braucht',
    },
    page: {
      section: 'network',
      label: { en: 'Stay offline', de: 'Offline bleiben' },
      hint: {
        en: 'Nothing on the network is asked: only your own folders are.',
        de: 'Im Netz wird nichts gefragt: nur Ihre eigenen Ordner.',
      },
    },
  },
} as const satisfies Readonly<Record<string, OptionRow>>
