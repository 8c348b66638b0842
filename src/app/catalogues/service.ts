import { MEMORY } from '../../catalogue/catalogue.ts'
import { CatalogueService } from '../../catalogue/remote/service.ts'
import { expandPlaces } from '../../catalogue/shards/places.ts'

/** Answers about the catalogues and shards of some folders; whoever speaks HTTP asks it. */
export type CatalogueAnswers = Pick<CatalogueService, keyof CatalogueService>

/** `memoryMB`: megabytes to hold of them; without it, 256. Throws UserError where a folder holds no catalogue. */
export const openCatalogueService = (
  folders: readonly string[],
  memoryMB?: number,
): CatalogueAnswers =>
  new CatalogueService(expandPlaces(folders), memoryMB === undefined ? MEMORY : memoryMB * 2 ** 20)
