import { type CatalogueInfo, describeCatalogue, verifyCatalogue } from '../../catalogue/info.ts'

export interface CatalogueInfoOptions {
  readonly folder: string
  /** Reads every byte and proves every checksum too. */
  readonly verify?: boolean
  readonly onPart?: (part: string) => void
}

/** What a catalogue holds, in numbers. Throws UserError when it is none, or (with `verify`) damaged. */
export function readCatalogueInfo(options: CatalogueInfoOptions): CatalogueInfo {
  const info = describeCatalogue(options.folder)
  if (options.verify) verifyCatalogue(options.folder, options.onPart)
  return info
}
