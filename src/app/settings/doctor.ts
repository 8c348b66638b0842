import { access, constants, mkdir } from 'node:fs/promises'
import { findEncoder } from '../../media/ffmpeg/find-encoder.ts'
import { reason } from '../../model/reason.ts'
import { providers } from '../../source/all.ts'
import type { Provider } from '../../source/provider.ts'
import { english } from '../../words/english.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { findTokenFile } from '../playlists/open-spotify.ts'

/** One thing that was looked at, and what to do about it. */
export interface Finding {
  readonly what: string
  /** `note` is worth knowing, `bad` stops a backup. */
  readonly state: 'good' | 'note' | 'bad'
  readonly text: string
  readonly advice?: string
}

/** What is on this machine, what is missing, and how to get it. */
export async function examine(environment: Environment): Promise<readonly Finding[]> {
  return [
    { what: 'Node', state: 'good', text: process.version },
    { what: 'Processors', state: 'good', text: `${environment.processors}, each encodes a track` },
    await examineEncoder(environment),
    await examineCache(environment),
    ...examineOnline(environment),
    ...(await examineLogin(environment)),
  ]
}

/** What is asked in the open, and each key: what it adds, where to get it. */
function examineOnline({ offline, keys = {} }: Environment): Finding[] {
  if (offline) {
    const text = 'SONGKEEP_OFFLINE is set: nothing on the network is asked'
    return [{ what: 'Network', state: 'note', text }]
  }
  const isMissing = ({ key }: Provider) => key !== undefined && keys[key.variable] === undefined
  const names = providers
    .filter((each) => !(each.key?.required && isMissing(each)))
    .map(({ title }) => title)
  return [
    { what: 'Network', state: 'good', text: `asked: ${names.join(', ')}` },
    ...providers.flatMap(({ title, key }): Finding[] => {
      if (!key) return []
      const what = 'Key'
      if (keys[key.variable] !== undefined)
        return [{ what, state: 'good', text: `${title}: ${key.variable} is set` }]
      const text = `${title}: ${key.required ? 'not asked without one' : 'works without one'}`
      const advice = `${key.adds} Get one at ${key.url} and set ${key.variable}.`
      return [{ what, state: 'note', text, advice }]
    }),
  ]
}

/** Whether the user's own playlists can be read from Spotify. */
async function examineLogin(environment: Environment): Promise<Finding[]> {
  const what = 'Login'
  if (environment.offline) return []
  try {
    const tokens = await findTokenFile(environment)?.read()
    if (tokens) return [{ what, state: 'good', text: 'Spotify: your own playlists can be read' }]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { message, hint } = error
    return [{ what, state: 'note', text: message, advice: hint }]
  }
  const hasClient = environment.spotifyClientId !== undefined
  return [
    {
      what,
      state: 'note',
      text: 'Spotify: not logged in; links to playlists are not read, exports and files are',
      advice: hasClient
        ? 'SONGKEEP_SPOTIFY_CLIENT_ID is set. Log in: songkeep login spotify'
        : english(reason('playlist.get-client-id')),
    },
  ]
}

async function examineEncoder({ ffmpeg }: Environment): Promise<Finding> {
  const what = 'Encoder'
  try {
    const found = await findEncoder({ ffmpeg })
    const text = `FFmpeg ${found.version}`
    if (found.kind === 'native') return { what, state: 'good', text: `${text}, ${found.path}` }
    return {
      what,
      state: 'note',
      text: `${text} as WebAssembly, which comes with Songkeep`,
      advice:
        'An FFmpeg of your system’s own encodes about a third faster: install it, or name it in SONGKEEP_FFMPEG.',
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { what, state: 'bad', text, advice: 'Mend or unset SONGKEEP_FFMPEG.' }
  }
}

async function examineCache({ cacheDir }: Environment): Promise<Finding> {
  const what = 'Memory'
  try {
    await mkdir(cacheDir, { recursive: true })
    await access(cacheDir, constants.W_OK)
    return { what, state: 'good', text: `what your library holds is remembered in ${cacheDir}` }
  } catch (error) {
    return {
      what,
      state: 'bad',
      text: `${cacheDir} cannot be written: ${error instanceof Error ? error.message : error}`,
      advice: 'Name another folder in SONGKEEP_CACHE.',
    }
  }
}
