import type { JobRequest } from '../../api/contract.ts'
import { parseTemplate } from '../../archive/naming/template.ts'
import { UserError } from '../../words/user-error.ts'
import { requireLink } from '../playlists/preview.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'

/** An order of the page's, its folders absolute. UserError where it names what it may not, or what is not there. */
export async function checkRequest(
  order: JobRequest,
  { roots, readings }: { readonly roots: AllowedFolders; readonly readings: StagedImports },
): Promise<JobRequest> {
  const into = await roots.confine(order.into)
  if (order.kind === 'verify') return { ...order, into }
  if (order.names) parseTemplate(order.names)
  for (const input of order.inputs) {
    if (input.kind === 'link') requireLink(input.link)
    else if (input.kind === 'reading') await readings.find(input.id)
    else throw new UserError('A file of this machine is named on the command line alone.')
  }
  const confine = (folders: readonly string[]) =>
    Promise.all(folders.map((folder) => roots.confine(folder)))
  const libraries = await confine(order.libraries)
  if (libraries.length === 0 && order.offline)
    throw new UserError('There is nowhere to look for the tracks.', 'Choose a folder of music.')
  return { ...order, into, libraries, catalogues: await confine(order.catalogues) }
}
