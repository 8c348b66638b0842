import type { LogLine } from '../ffmpeg/log-line.ts'

/** A line of FFmpeg's log above a warning, and whose it is. */
export interface Complaint {
  /**
   * `sound`: of the audio demuxer, or of the decoder of the stream that is kept; also where nothing tells whose it is.
   * `nothing`: of a tag or a picture, which have readers of their own, or of what is no error.
   * `stream`: of another stream of the file.
   * `own`: of what is done with the decoded audio: a filter, an encoder, a muxer.
   */
  readonly about: 'sound' | 'nothing' | 'stream' | 'own'
  readonly message: string
}

/** Who is who in a log. */
interface Roles {
  readonly demuxer: string
  /** The number of the stream that is kept, and its decoder. */
  readonly stream?: string
  readonly decoder?: string
  /** Codecs of the other streams. */
  readonly others: ReadonlySet<string>
  /** Encoders and muxers of the outputs. */
  readonly writers: ReadonlySet<string>
}

export function findComplaints(lines: readonly LogLine[]): readonly Complaint[] {
  const roles = readRoles(lines)
  return lines
    .filter(({ level }) => level === 'error' || level === 'fatal' || level === 'panic')
    .map((line) => ({ about: attribute(line, roles), message: line.message.trim() }))
    .filter(({ message }) => message !== '')
}

/**
 * What this FFmpeg lacks to decode the sound, in its own words: a decoder, a feature of one, or a key. Nothing where that
 * is said of a few packets only, or other complaints are there: damage may look like a feature that nobody has heard of.
 */
export function findLack(lines: readonly LogLine[]): string | undefined {
  const locked = lines.find(({ message }) => /DRM protected stream/.test(message))
  if (locked) return locked.message.trim()
  const complaints = findComplaints(lines).filter(({ about }) => about === 'sound')
  const packets = lines
    .map(({ message }) => Number(/\(audio\): (\d+) packets read/.exec(message)?.[1] ?? 0))
    .find((count) => count > 0)
  if (packets !== undefined && complaints.length < packets / 10) return undefined
  const isLack = (message: string) => lack.test(message) || nothingDecoded.test(message)
  if (!complaints.every(({ message }) => isLack(message))) return undefined
  return lines
    .find(({ message }) => lack.test(message))
    ?.message.trim()
    .replace(/ If the problem .*/, '')
}

const lack =
  /is not implemented\. Update your FFmpeg|patches welcome|no decoder found for|Decoder \(codec .*\) not found|Function not implemented/i
const nothingDecoded = /^Cannot determine format/

function attribute(line: LogLine, roles: Roles): Complaint['about'] {
  if (ownMessages.test(line.message)) return 'own'
  if (emptyPacket.test(line.message)) return 'nothing'
  for (const name of line.components.toReversed()) {
    const found = attributeTo(name, line.message, roles)
    if (found) return found
  }
  if (line.components.length > 0) return 'sound'
  const stream = /^(?:Error while decoding|Error decoding).* stream #\d+:(\d+)/.exec(line.message)
  if (stream && roles.stream !== undefined) return stream[1] === roles.stream ? 'sound' : 'stream'
  return ownWords.test(line.message) ? 'own' : 'sound'
}

/** Nothing where the name alone does not tell. */
function attributeTo(name: string, message: string, roles: Roles): Complaint['about'] | undefined {
  const stream = /^\w?ist#\d+:(\d+)/.exec(name)?.[1]
  if (stream !== undefined && roles.stream !== undefined && stream !== roles.stream) return 'stream'
  const decoder = name.replace(/^dec:/, '')
  const isDemuxer = name === roles.demuxer || /^in#/.test(name)
  // Demuxer and decoder of a FLAC file bear one name.
  if (isDemuxer && ofTheFile.test(message)) return 'nothing'
  if (decoder === roles.decoder && nominal.test(message)) return 'nothing'
  if (isDemuxer || decoder === roles.decoder) return 'sound'
  if (ownNames.test(name) || roles.writers.has(name)) return 'own'
  return roles.others.has(decoder) ? 'stream' : undefined
}

/**
 * The end of a packet within the residue is no error: Vorbis I specification, section 8.6.2. An encoder may leave out
 * what is zero.
 */
const nominal = /^Overread \d+ bits/

/** What a demuxer says of pictures, tags and chapters, and of a link of a chained Ogg that it meets where it looks for the file's length. */
const ofTheFile =
  /picture|mimetype|cover|artwork|chapter|metadata|comment|\btags?\b|\bid3|lyrics|attachment|BOM value|^Error reading frame \w+, skipped|failed to create or replace stream|cannot identify new stream/i

/** Filters, encoders and outputs, by the names that FFmpeg gives them. */
const ownNames =
  /^(?:Parsed_|auto_|graph|format_(?:in|out)|trim_|fc#|\w?f#|enc:|out#|\w?ost#|SWR|AVFilterGraph|libmp3lame|libopus|libvorbis|pcm_)/

/** What FFmpeg says of a packet without a byte, as it may end an Ogg stream; a decoder that finds damage says it otherwise. */
const emptyPacket =
  /^Error (?:while decoding stream #\d+:\d+|submitting packet to decoder): Invalid argument$/

/** What encoders and muxers say that may bear the name of the file's own format. */
const ownMessages = /\bto muxer in stream|output stream will have|for specified mapping family/

/** The same of FFmpeg itself. */
const ownWords =
  /filter|encod|processing the decoded data|initializing output|for output file|output stream|write header|writing trailer|muxing|av_interleaved_write_frame/i

function readRoles(lines: readonly LogLine[]): Roles {
  const codecs = new Map<string, string>()
  const others = new Set<string>()
  const writers = new Set<string>()
  let [demuxer, isOutput] = ['', false]
  let mapped: RegExpExecArray | null = null
  for (const { level, message } of lines) {
    if (level !== 'info') continue
    demuxer ||= /^Input #0, (.+), from /.exec(message)?.[1] ?? ''
    mapped ??= /^ *Stream #0:(\d+) (?:\((\S+)\)|-> #0:0 \(\S+ \((\S+)\))/.exec(message)
    const output = /^Output #\d+, (\S+), to /.exec(message)
    if (output?.[1]) writers.add(output[1])
    isOutput ||= output !== null
    const [, stream, kind, codec] = /^ *Stream #0:(\d+)[^:]*: (\w+): ([\w-]+)/.exec(message) ?? []
    if (stream === undefined || codec === undefined || isOutput) continue
    if (kind === 'Audio') codecs.set(stream, codec)
    else others.add(codec)
  }
  const [first] = codecs.keys()
  const stream = mapped?.[1] ?? first
  const native = mapped?.[2] ?? mapped?.[3]
  const codec = stream === undefined ? undefined : codecs.get(stream)
  for (const [of, name] of codecs) if (of !== stream && name !== codec) others.add(name)
  const decoder = native === undefined || native === 'native' ? codec : native
  return { demuxer, stream, decoder, others, writers }
}
