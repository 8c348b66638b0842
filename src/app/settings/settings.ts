import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Key } from '../../api/contract.ts'
import { Settings } from '../../api/settings.ts'
import { parseTemplate } from '../../archive/naming/template.ts'
import { codeOf, writeSecret } from '../../base/file.ts'
import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { providers } from '../../source/all.ts'
import { UserError } from '../../words/user-error.ts'
import { isContact } from '../contact.ts'
import type { SettingsNow, SettingsService } from '../context.ts'
import type { Environment } from '../environment.ts'
import { joinServers, readAddress, serverKeys } from '../servers/settings.ts'
import { requireClientId, spotifyKey } from '../spotify/client-id.ts'
import type { AllowedFolders } from './allowed-folders.ts'

/** Before the user has saved any. */
const defaults = Settings.parse({})

interface Saved {
  readonly settings: Settings
  readonly keys: Readonly<Record<string, string>>
}

/** The user's settings and keys in one file that only they can read. */
export function openSettings(environment: Environment, allowed: AllowedFolders): SettingsService {
  const read = async () => describe(await readSaved(environment), environment)
  return {
    read,
    async write(settings, keys) {
      const path = pathOf(environment)
      if (path === undefined)
        throw new UserError(reason('app.no-config-folder'), reason('app.name-config-folder'))
      if (settings.names) parseTemplate(settings.names)
      if (settings.contact !== undefined && !isContact(settings.contact))
        throw new UserError(reason('app.contact-unusable', { contact: settings.contact }))
      for (const folder of settings.libraries) await allowed.confine(folder)
      for (const named of settings.catalogues) await allowed.confineCatalogue(named)
      if (settings.into !== undefined) await allowed.confine(settings.into)
      const saved = await readSaved(environment)
      const all = { ...saved.keys, ...onlyKnown(keys) }
      const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value))
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      await writeSecret(path, `${JSON.stringify({ settings, keys: set }, null, 2)}\n`)
      return await read()
    },
  }
}

/** The environment with the keys and the contact that were given to the page; its own variables win. */
export async function withSavedKeys(environment: Environment): Promise<Environment> {
  const { keys, settings } = await readSaved(environment)
  return {
    ...environment,
    servers: joinServers(environment.servers ?? [], keys),
    contact: environment.contact ?? settings.contact,
    spotifyClientId: environment.spotifyClientId ?? keys[spotifyKey.key.variable],
    keys: { ...keys, ...environment.keys },
  }
}

const pathOf = ({ configDir }: Environment) =>
  configDir === undefined ? undefined : join(configDir, 'settings.json')

async function readSaved(environment: Environment): Promise<Saved> {
  const path = pathOf(environment)
  if (path === undefined) return { settings: defaults, keys: {} }
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw new UserError(reason('app.settings-unreadable', { path }), MEND, { cause })
  })
  if (text === undefined) return { settings: defaults, keys: {} }
  // Whoever copied it here may have let others in.
  await chmod(path, 0o600).catch(() => {})
  const { settings, keys } = asRecord(parse(text, path))
  const read = Settings.safeParse(asRecord(settings))
  if (!read.success) throw new UserError(reason('app.settings-damaged', { path }), MEND)
  const texts = Object.entries(asRecord(keys)).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  )
  return { settings: read.data, keys: Object.fromEntries(texts) }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError(reason('app.settings-damaged', { path }), MEND, { cause })
  }
}

const MEND = reason('app.mend-settings')

function describe({ settings, keys }: Saved, environment: Environment): SettingsNow {
  return {
    settings,
    fixedContact: environment.contact,
    keys: listKeys().map(({ title, key }): Key => {
      const { variable, adds, url, required } = key
      const setIn = isInEnvironment(variable, environment)
        ? 'environment'
        : keys[variable] !== undefined
          ? 'settings'
          : undefined
      return { variable, title, adds, url, required, setIn }
    }),
  }
}

/** All that the page may keep: keys to services, the client id at Spotify, and servers of the user's own. */
const listKeys = () => [
  ...providers.flatMap(({ title, key }) => (key ? [{ title, key }] : [])),
  spotifyKey,
  ...serverKeys,
]

const isInEnvironment = (
  variable: string,
  { keys = {}, servers = [], spotifyClientId }: Environment,
) =>
  keys[variable] !== undefined ||
  (variable === spotifyKey.key.variable && spotifyClientId !== undefined) ||
  servers.some(
    ({ kind, address }) =>
      address !== undefined && variable === `SONGKEEP_${kind.toUpperCase()}_SERVER`,
  )

function onlyKnown(keys: Readonly<Record<string, string | null>>) {
  const known = new Set(listKeys().map(({ key }) => key.variable))
  for (const [variable, value] of Object.entries(keys)) {
    if (!known.has(variable)) throw new UserError(reason('app.no-key', { variable }))
    const isServer = serverKeys.some(({ key }) => key.variable === variable)
    if (isServer && value) requireAddress(value)
    if (variable === spotifyKey.key.variable && value) requireClientId(value)
  }
  return keys
}

function requireAddress(text: string): void {
  const { address, user, password } = readAddress(text.trim()) ?? {}
  const isServer = URL.canParse(address ?? '') && user !== undefined && password !== undefined
  if (!isServer) throw new UserError(reason('app.server-unusable'), reason('app.server-adds'))
}
