/** A cue sheet: of a disc, of an album in one file or in several, of a mix. What it does not say is absent. */
export interface CueSheet {
  readonly title?: string
  readonly performer?: string
  readonly songwriter?: string
  /** `REM DATE`, `REM GENRE`, `REM DISCNUMBER`: as they stand. */
  readonly date?: string
  readonly genre?: string
  readonly disc?: string
  /** Of what a second has so many the beginnings of tracks are told in. */
  readonly rate: number
  readonly tracks: readonly CueTrack[]
}

export interface CueTrack {
  /** As it stands: `01`. */
  readonly number: string
  /** False for what is no sound: `MODE1/2352`. */
  readonly isAudio: boolean
  /** As it stands, with whatever path: that in which the track begins. */
  readonly file: string
  readonly title?: string
  readonly performer?: string
  readonly songwriter?: string
  readonly isrc?: string
  readonly date?: string
  readonly genre?: string
  /** Where it begins in its file, `INDEX 01`; absent where no such time is told. */
  readonly start?: number
}

/** Of a CD: https://wiki.hydrogenaud.io/index.php?title=Cue_sheet. */
const FRAMES_PER_SECOND = 75

/**
 * Reads the lines of a cue sheet. The silence before a track may stand in another file than the track itself
 * (`INDEX 00` before the next `FILE`): a track's file is that of its `INDEX 01`.
 */
export function readCueSheet(lines: Iterable<string>): CueSheet {
  const sheet: Writable<Omit<CueSheet, 'tracks' | 'rate'>> = {}
  const tracks: Writable<CueTrack>[] = []
  let file = ''
  for (const line of lines) {
    const [, word = '', rest = ''] = /^\s*(?:REM\s+)?([a-z]+)\s+(.*)$/i.exec(line) ?? []
    const key = word.toUpperCase()
    const track = tracks.at(-1)
    const field = fields.get(key)
    if (key === 'FILE') file = unquote(rest.replace(/\s+[A-Z0-9]+\s*$/i, ''))
    else if (key === 'TRACK') tracks.push(beginTrack(rest, file))
    else if (key === 'INDEX' && track) readIndex(track, rest, file)
    else if (field && track && field !== 'disc') track[field] = unquote(rest)
    else if (key === 'ISRC' && track) track.isrc = unquote(rest)
    else if (field && !track) sheet[field] = unquote(rest)
  }
  return { ...sheet, rate: FRAMES_PER_SECOND, tracks }
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

const fields = new Map([
  ['TITLE', 'title'],
  ['PERFORMER', 'performer'],
  ['SONGWRITER', 'songwriter'],
  ['DATE', 'date'],
  ['GENRE', 'genre'],
  ['DISCNUMBER', 'disc'],
] as const satisfies readonly (readonly [string, keyof CueSheet])[]) as ReadonlyMap<
  string,
  'title' | 'performer' | 'songwriter' | 'date' | 'genre' | 'disc'
>

const beginTrack = (rest: string, file: string): Writable<CueTrack> => ({
  number: /^\d+/.exec(rest)?.[0] ?? '',
  isAudio: !/^\d+\s+(?:MODE|CD[GI]\s*$|CDI\/)/i.test(rest),
  file,
})

const unquote = (text: string) =>
  text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()

/** `01 MM:SS:FF`. */
function readIndex(track: Writable<CueTrack>, value: string, file: string) {
  const [, number, minutes, seconds, frames] = /^(\d+)\s+(\d+):(\d+):(\d+)/.exec(value) ?? []
  if (Number(number) !== 1 || track.start !== undefined) return
  track.start = (Number(minutes) * 60 + Number(seconds)) * FRAMES_PER_SECOND + Number(frames)
  track.file = file
}
