import { readFile, rm, writeFile } from 'node:fs/promises'
import { runCommand } from '../../../src/base/process/command.ts'
import { hasMutagen, tagWithMutagen } from '../../support/python/mutagen.ts'
import type { Fields, Kind } from './kind.ts'

/** Writes a file of the kind. Returns the program that is missing for it, if one is. */
export async function makeKind(kind: Kind, path: string): Promise<string | undefined> {
  const { made, tags, oddity } = kind
  const byMutagen = tags !== undefined && tags.by !== 'ffmpeg' && tags.by !== 'hand'
  if (byMutagen && !hasMutagen) return 'python3-mutagen'
  if (made.by === 'hand') await writeFile(path, made.bytes())
  if (made.by === 'ffmpeg') await record(kind, made.args, path)
  if (made.by === 'program') {
    const wav = `${path}.wav`
    await record(kind, `-c:a ${made.codec}`, wav)
    const [program = '', ...args] = made.command(wav, path).split(' ')
    const ended = await runCommand(program, args).catch(() => undefined)
    if (!ended) return program
    if (ended.code !== 0) throw new Error(ended.stderr)
    await rm(wav)
  }
  if (byMutagen) await tagWithMutagen({ [path]: { ...tags.fields, kind: tags.by } })
  if (oddity) await writeFile(path, oddity(await readFile(path)))
  return undefined
}

/** A tone with noise in every bit, of as many channels as the layout has, each at a pitch of its own. */
function sourceOf({ rate = 44_100, layout = 'stereo', seconds = 2 }: Kind['sound'] = {}): string {
  const channels = Array.from(
    { length: channelsOf[layout] ?? 2 },
    (_, at) => `0.3*sin(${220 * (at + 1)}*2*PI*t)+0.1*(random(${at})-0.5)`,
  )
  return `aevalsrc=${channels.join('|')}:s=${rate}:d=${seconds}:c=${layout}`
}

const channelsOf: Readonly<Record<string, number>> = {
  mono: 1,
  '2.1': 3,
  '5.1': 6,
  '5.1(side)': 6,
}

async function record({ sound, tags }: Kind, args: string, path: string): Promise<void> {
  const { code, stderr } = await runCommand('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', sourceOf(sound)],
    ...args.split(' '),
    ...(tags?.by === 'ffmpeg' ? metadataOf(tags.fields) : []),
    path,
  ])
  if (code !== 0) throw new Error(stderr)
}

function metadataOf({ title, artists, album, date, track, genres }: Fields): readonly string[] {
  const given = { title, artist: artists?.[0], album, date, track, genre: genres?.[0] }
  return Object.entries(given).flatMap(([name, text]) =>
    text === undefined ? [] : ['-metadata', `${name}=${text}`],
  )
}
