import type { JobRequest } from '../../../api/contract.ts'
import type { StagedImports } from '../../playlists/staged-imports.ts'

/** So many words of a name tell what kind of list it is. */
const WORDS = 2

/**
 * What kind of list has this name: `Top 50 Germany` and `TOP 100 (2026)` are of one, `top #`. By it it is found out that
 * somebody has charts copied wholesale.
 */
export function kindOfList(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
  return words
    .slice(0, WORDS)
    .map((word) => (/\p{N}/u.test(word) ? '#' : word))
    .join(' ')
    .slice(0, 100)
}

/** The kinds of all lists that are ordered; of a link the link itself, whose lists are not known yet. */
export async function kindsOf(
  request: JobRequest,
  stagedImports: Pick<StagedImports, 'find'>,
): Promise<readonly string[]> {
  if (request.kind === 'sync') return [`sync ${request.into}`]
  if (request.kind !== 'backup') return []
  const kinds: string[] = []
  for (const input of request.inputs)
    if (input.kind === 'link') kinds.push(`link ${input.link.trim()}`)
    else if (input.kind === 'file') kinds.push(`file ${input.path}`)
    else {
      const lists = await stagedImports.find(input.id)
      const { only } = request
      for (const { name } of lists) if (!only || only.includes(name)) kinds.push(kindOfList(name))
    }
  return kinds
}
