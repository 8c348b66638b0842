import { expect } from 'vitest'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import type { CatalogueReader } from '../../../src/catalogue/catalogue-reader.ts'
import { type OpenCatalogueOptions, openCatalogue } from '../../../src/catalogue/open-catalogue.ts'
import type { Track } from '../../../src/model/track.ts'
import { inputOf, makeFolder, recording } from '../support/catalogue.ts'
import type { Sent } from './between.ts'
import { cut, serve } from './serving.ts'

const recordings = Array.from({ length: 300 }, (_, at) =>
  recording({ id: `${at}`, title: `Song ${at % 40}`, artists: [`Artist ${at % 70}`] }),
)
/** A look-up of each kind of step: found at once, misspelt, chosen among many. */
export const tracks: readonly Track[] = [
  { title: 'Song 3', artists: ['Artist 43'] },
  { title: 'Song 5', artists: ['Artst 12'] },
  { title: 'Song 7', artists: ['Nobody'] },
]

/** A catalogue, whole and cut into three, each served by itself. */
export interface Three {
  readonly whole: string
  readonly folders: readonly string[]
  readonly addresses: readonly [string, string, string]
}

export async function serveThree(): Promise<Three & AsyncDisposable> {
  const whole = makeFolder()
  await buildCatalogue({ out: whole, inputs: [inputOf(recordings)] })
  const folders = await cut(whole, 3)
  const servers = await Promise.all(folders.map((folder) => serve([folder])))
  const [one = '', two = '', three = ''] = servers.map(({ address }) => address)
  return {
    whole,
    folders,
    addresses: [one, two, three],
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}

export const isAsk = ({ path }: Sent) => path.endsWith('/ask')
/** With this one in the second one's place. */
export const openWith = (
  { addresses: [one, , three] }: Three,
  second: string,
  options: OpenCatalogueOptions = {},
) => openCatalogue([[one, second, three].join(',')], { timeoutMs: 30_000, ...options })

/** All answers, by the one way and by the other: the first failure counts. */
export async function lookUpAll(catalogue: CatalogueReader): Promise<unknown[]> {
  const together = await catalogue.lookUpAll(tracks)
  const each: unknown[] = []
  for (const track of tracks) each.push(await catalogue.lookUp(track))
  expect(each).toEqual(together)
  return each
}

export async function failure(asking: Promise<unknown> | unknown): Promise<unknown> {
  try {
    await asking
  } catch (error) {
    return error
  }
  throw new Error('It was answered.')
}
