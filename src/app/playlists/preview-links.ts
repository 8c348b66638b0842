import type { NewInput } from '../../api/contract.ts'
import type { Playlist } from '../../model/playlist.ts'
import { refuseElsewhere, refuseOther } from '../../playlist/links/elsewhere.ts'
import { readLink } from '../../playlist/links/playlist-link.ts'
import { mergeInputs } from '../../playlist/merge/merge-inputs.ts'
import { UserError } from '../../words/user-error.ts'
import { openServers } from '../servers/open-servers.ts'
import type { PreviewTools, Refuse } from './preview-tools.ts'
import { askForRest, type InputSoFar, readInput } from './read-input.ts'
import { requireLink } from './require-link.ts'

type Link = Extract<NewInput, { kind: 'link' }>

interface KnownLink {
  readonly input: Link
  readonly asked: { readonly inputs: readonly string[]; readonly publicPage?: boolean }
  readonly soFar: InputSoFar
}

/** The playlists that links name, each asked for by itself: one that cannot be read keeps no other from it. */
export async function readGivenLinks(
  inputs: readonly NewInput[],
  options: { readonly publicPage?: boolean },
  { environment }: PreviewTools,
  refuse: Refuse,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const known: KnownLink[] = []
  for (const input of inputs)
    if (input.kind === 'link')
      await refusing(input, refuse, async () => {
        const asked = { ...options, inputs: [input.link.trim()] }
        refuseWithoutAsking(input.link)
        const soFar = await readInput(asked, environment.offline === true, signal)
        known.push({ input, asked, soFar })
      })
  if (known.length === 0) return []
  const { openOnline } = await import('../open-online.ts')
  const hosts = [...new Set(known.flatMap(({ soFar }) => soFar.hosts))]
  await using online = openOnline(environment, new Date().toISOString().slice(0, 10), hosts)
  await using servers = openServers(environment)
  const read: (readonly Playlist[])[] = []
  for (const { input, asked, soFar } of known)
    await refusing(input, refuse, async () => {
      const events = askForRest(soFar, { ...asked, servers }, environment, online.http, signal)
      for (;;) {
        const { done, value } = await events.next()
        if (!done) continue
        read.push(value)
        return
      }
    })
  return mergeInputs(read)
}

/** What the address itself says to be no playlist, offline too. */
function refuseWithoutAsking(text: string): void {
  requireLink(text)
  const link = readLink(text)
  if (link?.kind === 'other') throw refuseOther(link.what)
  if (link?.kind === 'elsewhere') throw refuseElsewhere(link.service)
}

async function refusing(input: Link, refuse: Refuse, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    refuse(input, error)
  }
}
