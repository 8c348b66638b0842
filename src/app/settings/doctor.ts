import { access, constants, mkdir } from 'node:fs/promises'
import { findEncoder } from '../../media/ffmpeg/find-encoder.ts'
import { type Reason, reason, reasonOf, textReason } from '../../model/reason.ts'
import { providers } from '../../source/all.ts'
import type { Provider } from '../../source/provider.ts'
import { UserError } from '../../words/user-error.ts'
import { contactOf } from '../contact.ts'
import type { Environment } from '../environment.ts'
import { findTokenFile } from '../spotify/open-spotify.ts'

/** What is looked at, by its name in English. */
export type Examined =
  | 'Node'
  | 'Processors'
  | 'Encoder'
  | 'Memory'
  | 'Network'
  | 'Key'
  | 'Contact'
  | 'Login'
  | 'Copies'
  | 'Operation'

/** One thing that was looked at, and what to do about it. */
export interface Finding {
  readonly what: Examined
  /** `note` is worth knowing, `bad` stops a backup. */
  readonly state: 'good' | 'note' | 'bad'
  readonly text: Reason
  readonly advice?: Reason
}

/** What is on this machine, what is missing, and how to get it. */
export async function examine(environment: Environment): Promise<readonly Finding[]> {
  const { processors: count } = environment
  return [
    { what: 'Node', state: 'good', text: textReason(process.version) },
    { what: 'Processors', state: 'good', text: reason('app.processors', { count }) },
    await examineEncoder(environment),
    await examineCache(environment),
    ...examineProviders(environment),
    ...examineContact(environment),
    ...(await examineLogin(environment)),
    ...examineOperation(environment),
  ]
}

/** Variables that are set wrongly. `serve` and `worker` do not start with them. */
const examineOperation = ({ faults = [] }: Environment): Finding[] =>
  faults.map((text) => ({
    what: 'Operation',
    state: 'bad',
    text,
    advice: reason('app.mend-variable'),
  }))

/** What is asked in the open, and each key: what it adds, where to get it. */
function examineProviders({ offline, keys = {} }: Environment): Finding[] {
  if (offline) return [{ what: 'Network', state: 'note', text: reason('app.network-off') }]
  const isMissing = ({ key }: Provider) => key !== undefined && keys[key.variable] === undefined
  // One without hosts makes addresses, and asks nobody.
  const names = providers
    .filter((each) => each.hosts.length > 0 && !(each.key?.required && isMissing(each)))
    .map(({ title }) => title)
  return [
    { what: 'Network', state: 'good', text: reason('app.providers-asked', { names }) },
    ...providers.flatMap((provider) => examineKey(provider, isMissing(provider))),
  ]
}

function examineKey({ title: provider, key }: Provider, isMissing: boolean): Finding[] {
  if (!key) return []
  const what = 'Key'
  const { adds, url, variable } = key
  if (!isMissing)
    return [{ what, state: 'good', text: reason('app.key-set', { provider, variable }) }]
  const text = key.required
    ? reason('app.key-needed', { provider })
    : reason('app.key-optional', { provider })
  return [{ what, state: 'note', text, advice: reason('app.get-key', { adds, url, variable }) }]
}

/** Whether hosts are told how to reach the user, and what it costs where they are not. */
function examineContact(environment: Environment): Finding[] {
  const { offline, contact } = environment
  if (offline) return []
  const what = 'Contact'
  const usable = contactOf(environment)
  if (usable !== undefined)
    return [{ what, state: 'good', text: reason('app.contact-set', { contact: usable }) }]
  const text =
    contact === undefined
      ? reason('app.contact-not-set')
      : reason('app.contact-unusable', { contact })
  return [{ what, state: 'note', text, advice: reason('app.set-contact') }]
}

/** Whether the user's own playlists can be read from Spotify. */
async function examineLogin(environment: Environment): Promise<Finding[]> {
  const what = 'Login'
  if (environment.offline) return []
  try {
    const tokens = await findTokenFile(environment)?.read()
    if (tokens) return [{ what, state: 'good', text: reason('app.spotify-logged-in') }]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [{ what, state: 'note', text: error.reason, advice: error.advice }]
  }
  const hasClient = environment.spotifyClientId !== undefined
  const advice = hasClient ? reason('app.log-in-to-spotify') : reason('playlist.get-client-id')
  return [{ what, state: 'note', text: reason('app.spotify-not-logged-in'), advice }]
}

async function examineEncoder({ ffmpeg }: Environment): Promise<Finding> {
  const what = 'Encoder'
  try {
    const found = await findEncoder({ ffmpeg })
    const { version } = found
    if (found.kind === 'native')
      return {
        what,
        state: 'good',
        text: reason('app.ffmpeg-native', { version, path: found.path ?? 'ffmpeg' }),
      }
    const text = reason('app.ffmpeg-wasm', { version })
    return { what, state: 'note', text, advice: reason('app.install-ffmpeg') }
  } catch (error) {
    return { what, state: 'bad', text: reasonOf(error), advice: reason('app.mend-ffmpeg') }
  }
}

async function examineCache({ cacheDir: path }: Environment): Promise<Finding> {
  const what = 'Memory'
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK)
    return { what, state: 'good', text: reason('app.cache-usable', { path }) }
  } catch (error) {
    const text = reason('app.cache-not-writable', { error: reasonOf(error) })
    return { what, state: 'bad', text, advice: reason('app.name-cache') }
  }
}
