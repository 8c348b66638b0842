import { MEMORY } from '../../catalogue/catalogue.ts'
import { MAX_ASK_BYTES } from '../../catalogue/remote/protocol.ts'
import { CatalogueService, type ServiceAnswer } from '../../catalogue/remote/service.ts'
import { expandPlaces } from '../../catalogue/shards/places.ts'

/** Answers about the catalogues and shards of some folders; whoever speaks HTTP asks it. */
export interface CatalogueAnswers extends Disposable {
  /** Recordings over all of them. */
  readonly tracks: number
  /** Of a question's body. */
  readonly maxBytes: number
  describe(): ServiceAnswer
  /** `id` names a catalogue, as `catalogue/remote/protocol.ts` has it. */
  ask(id: string, body: string): ServiceAnswer
  names(id: string, file: string): ServiceAnswer
}

/** `memoryMB`: megabytes to hold of them; without it, 256. Throws UserError where a folder holds no catalogue. */
export function openCatalogueService(
  folders: readonly string[],
  memoryMB?: number,
): CatalogueAnswers {
  const memory = memoryMB === undefined ? MEMORY : memoryMB * 2 ** 20
  const service = new CatalogueService(expandPlaces(folders), memory)
  return {
    tracks: service.tracks,
    maxBytes: MAX_ASK_BYTES,
    describe: () => service.describe(),
    ask: (id, body) => service.ask(id, body),
    names: (id, file) => service.names(id, file),
    [Symbol.dispose]: () => service[Symbol.dispose](),
  }
}
