import { isAbsolute } from 'node:path'
import type { JobRequest, SyncJobRequest } from '../../api/contract.ts'
import { parseTemplate } from '../../archive/naming/template.ts'
import { expandPlaces } from '../../catalogue/shards/places.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { requireLink } from '../playlists/require-link.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { readRecordedLists } from '../sync/recorded-lists.ts'

/** A request of the page, its folders absolute. UserError where it names what it may not, or what is not there. */
export async function checkRequest(
  request: JobRequest,
  tools: { readonly folders: AllowedFolders; readonly stagedImports: StagedImports },
): Promise<JobRequest> {
  const confine = (folders: readonly string[]) =>
    Promise.all(folders.map((folder) => tools.folders.confine(folder)))
  // A folder may name others in which its shards lie: these too must be such as the page may name.
  const confineCatalogues = async (catalogues: readonly string[]) => {
    const real = await Promise.all(catalogues.map((named) => tools.folders.confineCatalogue(named)))
    for (const [at, place] of real.entries())
      if (isAbsolute(place) && !(await tools.folders.isSettled(catalogues[at] ?? '')))
        await confine(expandPlaces([place]))
    return real
  }
  const into = await tools.folders.confine(request.into)
  if (request.kind === 'verify') return { ...request, into }
  // What an archive says of its lists is no more to be trusted than what the page asks for.
  const confineRecorded = async (given: Pick<SyncJobRequest, 'libraries' | 'catalogues'>) => {
    for (const { choices } of await readRecordedLists(into)) {
      await confine(given.libraries ? [] : (choices.libraries ?? []))
      await confineCatalogues(given.catalogues ? [] : (choices.catalogues ?? []))
    }
  }
  if (request.kind === 'repair') {
    await confineRecorded({})
    return { ...request, into, from: request.from && (await confine(request.from)) }
  }
  if (request.kind === 'sync') {
    const { libraries, catalogues } = request
    await confineRecorded(request)
    return {
      ...request,
      into,
      libraries: libraries && (await confine(libraries)),
      catalogues: catalogues && (await confineCatalogues(catalogues)),
    }
  }
  if (request.names) parseTemplate(request.names)
  for (const input of request.inputs) {
    if (input.kind === 'link') requireLink(input.link)
    else if (input.kind === 'reading') await tools.stagedImports.find(input.id)
    else throw new UserError(reason('app.file-only-on-command-line'))
  }
  const libraries = await confine(request.libraries)
  if (libraries.length === 0 && request.offline)
    throw new UserError(reason('app.nowhere-to-look'), reason('app.choose-music-folder'))
  return { ...request, into, libraries, catalogues: await confineCatalogues(request.catalogues) }
}
