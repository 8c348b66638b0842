import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Catalogue } from '../../../src/catalogue/catalogue.ts'
import { openCatalogue } from '../../../src/catalogue/open-catalogue.ts'
import { type OpenMember, testCatalogue } from '../../contract/catalogue.ts'
import { makeFolder } from '../support/catalogue.ts'
import { cut, serve } from './serving.ts'

const close = (...opened: readonly (Disposable | AsyncDisposable)[]) => ({
  async [Symbol.asyncDispose]() {
    for (const each of opened)
      if (Symbol.dispose in each) each[Symbol.dispose]()
      else await each[Symbol.asyncDispose]()
  },
})

const shardsHere =
  (count: number): OpenMember =>
  async (folder, options) => {
    const folders = await cut(folder, count)
    const catalogue = new Catalogue([join(dirname(folders[0]!), 'shards.json')], options)
    return { catalogue, ...close(catalogue) }
  }

/** As many servers as there are groups; `here` are shards that are opened beside them. */
const shardsThere =
  (
    count: number,
    groups: readonly (readonly number[])[],
    here: readonly number[] = [],
  ): OpenMember =>
  async (folder, options) => {
    const folders = await cut(folder, count)
    const pick = (numbers: readonly number[]) => numbers.map((number) => folders[number]!)
    const servers = await Promise.all(groups.map((group) => serve(pick(group))))
    const file = join(makeFolder(), 'cluster.json')
    const shards = [...servers.map(({ address }) => address), ...pick(here)]
    writeFileSync(file, JSON.stringify({ format: 'songkeep-shards', shards }))
    const catalogue = await openCatalogue([file], options)
    return { catalogue, ...close(catalogue, ...servers) }
  }

const wholeThere: OpenMember = async (folder, options) => {
  const server = await serve([folder])
  const catalogue = await openCatalogue([server.address], options)
  return { catalogue, ...close(catalogue, server) }
}

testCatalogue('three shards in this process', shardsHere(3), 8)
testCatalogue('sixteen shards, some of them nearly empty', shardsHere(16), 1)
testCatalogue('a whole catalogue on a server', wholeThere, 4)
testCatalogue('four shards on four servers', shardsThere(4, [[2], [0], [3], [1]]), 3)
testCatalogue('three shards on one server and here', shardsThere(3, [[2, 0]], [1]), 2)
