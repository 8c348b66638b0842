import type { NewInput, Preview } from '../../api/contract.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { UserError } from '../../words/user-error.ts'
import { describeList } from './describe-list.ts'
import { readGivenFiles } from './preview-files.ts'
import { readGivenLinks } from './preview-links.ts'
import type { PreviewTools } from './preview-tools.ts'

/**
 * Reads what was dropped and what links and paths name, and says what was understood; nothing runs. What cannot be
 * read is told beside the rest. UserError where there was but one input, and that is refused.
 */
export async function previewInputs(
  inputs: readonly NewInput[],
  options: { readonly publicPage?: boolean },
  tools: PreviewTools,
  signal: AbortSignal,
): Promise<Preview> {
  const refused = new Map<NewInput, UserError>()
  const refuse = (input: NewInput, error: UserError) => {
    if (inputs.length === 1) throw error
    refused.set(input, error)
  }
  const dropped = await readGivenFiles(inputs, tools, refuse, signal)
  const linked = await readGivenLinks(inputs, options, tools, refuse, signal)
  const ordered: Preview['inputs'] = inputs.flatMap((each) =>
    each.kind === 'link' && !refused.has(each) ? [each] : [],
  )
  if (dropped.length > 0) {
    const name = nameOf(inputs, refused, dropped)
    ordered.push({ kind: 'reading', id: await tools.stagedImports.store(dropped), name })
  }
  // Only now: what could not be read may be tried again.
  for (const each of inputs) if (each.kind === 'upload') await tools.uploads.remove(each.id)
  const lists = [...linked, ...dropped]
  const [reading] = ordered.flatMap((each) => (each.kind === 'reading' ? [each.id] : []))
  const isWhole = linked.length === 0 && reading !== undefined
  return {
    inputs: ordered,
    staged: isWhole ? reading : await tools.stagedImports.store(lists),
    lists: lists.map(describeList),
    refused: [...refused].map(([input, { reason, advice }]) => ({
      at: inputs.indexOf(input),
      reason,
      advice,
    })),
  }
}

/** What was given, for people; what was pasted has no name but that of what was read of it. */
function nameOf(
  inputs: readonly NewInput[],
  refused: ReadonlyMap<NewInput, UserError>,
  dropped: readonly Playlist[],
): string {
  const given = inputs.flatMap((each) => {
    if (each.kind === 'link' || refused.has(each)) return []
    const name = each.kind === 'path' ? (/[^/\\]+[/\\]?$/.exec(each.path)?.[0] ?? '') : each.name
    return /^[-_]?$/.test(name) ? [] : [name]
  })
  const names = given.length > 0 ? given : dropped.map((each) => each.name)
  return names.join(', ').slice(0, 1000)
}
