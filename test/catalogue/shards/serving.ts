import { openCatalogueService } from '../../../src/app/catalogues/service.ts'
import { splitCatalogue } from '../../../src/catalogue/split/split.ts'
import {
  type CatalogueServer,
  type CatalogueServerOptions,
  startCatalogueServer,
} from '../../../src/server/catalogue/catalogue-server.ts'
import { makeFolder } from '../support/catalogue.ts'

/** The folders of a catalogue's shards. */
export async function cut(folder: string, shards: number): Promise<readonly string[]> {
  const { folders } = await splitCatalogue({ folder, out: makeFolder(), shards })
  return folders
}

/** A real server on this machine for some folders; closed with what is given back. */
export async function serve(
  folders: readonly string[],
  options: Partial<CatalogueServerOptions> = {},
): Promise<CatalogueServer> {
  const answers = openCatalogueService(folders, 0)
  try {
    const server = await startCatalogueServer(answers, { port: 0, host: '127.0.0.1', ...options })
    return {
      address: server.address,
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]()
        answers[Symbol.dispose]()
      },
    }
  } catch (error) {
    answers[Symbol.dispose]()
    throw error
  }
}
