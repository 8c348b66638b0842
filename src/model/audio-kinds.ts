/** A kind of file with sound that may be opened: what FFmpeg calls its demuxers, and the endings of its names. */
interface AudioKind {
  readonly demuxers: readonly string[]
  /** In lower case, without the dot. */
  readonly extensions: readonly string[]
}

const kind = (demuxers: string, extensions: string): AudioKind => ({
  demuxers: demuxers.split(' '),
  extensions: extensions.split(' '),
})

/**
 * All that is looked for in the user's folders and opened to be decoded: https://ffmpeg.org/ffmpeg-formats.html.
 * Playlists and other formats that name further files (HLS, DASH, concat, IMF) are not here, and must not be.
 */
const audioKinds: readonly AudioKind[] = [
  kind('mp3', 'mp3 mp2 mp1 mpa mpga m2a'),
  kind('flac', 'flac fla'),
  kind('ogg', 'ogg oga ogx opus spx'),
  kind('mov', 'm4a m4b m4r f4a alac mp4 m4v mov 3gp 3g2'),
  kind('aac', 'aac adts'),
  kind('wav', 'wav wave bwf rf64 bw64'),
  kind('w64', 'w64'),
  kind('aiff', 'aif aiff aifc'),
  kind('asf', 'wma asf'),
  kind('ape', 'ape'),
  kind('wv', 'wv'),
  kind('mpc mpc8', 'mpc mp+ mpp'),
  kind('tak', 'tak'),
  kind('tta', 'tta'),
  kind('matroska webm', 'mka mkv webm weba'),
  kind('caf', 'caf'),
  kind('au', 'au snd'),
  kind('ac3', 'ac3'),
  kind('eac3', 'eac3 ec3'),
  kind('dts', 'dts'),
  kind('dsf', 'dsf'),
  kind('iff', 'dff 8svx'),
  kind('oma', 'oma aa3'),
  kind('amr', 'amr'),
]

/** By FFmpeg's names. */
export const audioDemuxers: readonly string[] = audioKinds.flatMap(({ demuxers }) => demuxers)

/** In lower case, without the dot. */
export const audioExtensions: ReadonlySet<string> = new Set(
  audioKinds.flatMap(({ extensions }) => extensions),
)

/** Those of files that mostly hold a film. */
export const filmExtensions: ReadonlySet<string> = new Set([
  'mp4',
  'm4v',
  'mov',
  '3gp',
  '3g2',
  'mkv',
  'webm',
])
