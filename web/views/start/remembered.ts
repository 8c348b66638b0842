import type { Preview, UnderstoodList } from '../../../src/api/contract.ts'
import { get, RequestError } from '../../api/client.ts'
import { putBack, removeAll } from './inputs/inputs.ts'
import { readInputs } from './inputs/read-inputs.ts'
import { inputs, publicPage } from './inputs/store.ts'
import type { Said } from './lists/answers.ts'
import { changeDraft, draft } from './plan/draft.ts'
import type { Plan } from './plan/request.ts'

/** What this tab knows of a plan, should it be loaded anew: which lists were read lies at the server. */
interface Remembered {
  readonly inputs: Preview['inputs']
  readonly staged: string
  readonly plan?: Plan
  readonly unwanted: readonly string[]
  readonly answers: readonly (readonly [string, Said])[]
}

/** Of this tab alone, and gone with it. */
const NAME = 'songkeep-plan-1'

let isStarted = false

/** Has the plan back that was there before the page was loaded anew, and remembers it from then on. */
export function keepPlan(): void {
  if (isStarted) return
  isStarted = true
  const remembered = inputs.read().items.length === 0 ? recallPlan() : undefined
  if (remembered) void restore(remembered)
  inputs.subscribe(rememberPlan)
  draft.subscribe(rememberPlan)
}

async function restore({ inputs: given, staged, plan, unwanted, answers }: Remembered) {
  putBack(
    given.map((each) =>
      each.kind === 'link'
        ? { kind: 'link', name: each.link }
        : { kind: 'staged', name: each.name, reading: each },
    ),
  )
  publicPage.set(plan?.settings.publicPage)
  changeDraft({ plan, unwanted: new Set(unwanted), answers: new Map(answers) })
  const before = inputs.read().items
  try {
    const query = new URLSearchParams({ staged })
    const { lists } = await get<{ lists: UnderstoodList[] }>(`preview?${query}`)
    const preview = { inputs: given, staged, lists, refused: [] }
    // Meanwhile something else may have been put in.
    if (inputs.read().items === before)
      inputs.set({ items: before, state: { kind: 'understood', preview } })
  } catch (error) {
    if (inputs.read().items !== before) return
    const isGone = error instanceof RequestError && error.status === 422
    if (!isGone) return inputs.set({ items: before, state: { kind: 'failed', error } })
    const links = before.filter(({ kind }) => kind === 'link')
    if (links.length === 0) return removeAll()
    inputs.set({ items: links, state: { kind: 'reading' } })
    await readInputs()
  }
}

function rememberPlan(): void {
  const { items, state } = inputs.read()
  try {
    if (items.length === 0) sessionStorage.removeItem(NAME)
    if (state.kind !== 'understood' || state.preview.lists.length === 0) return
    const { plan, unwanted, answers } = draft.read()
    const { inputs: given, staged } = state.preview
    const plain: Remembered = {
      inputs: given,
      staged,
      plan,
      unwanted: [...unwanted],
      answers: [...answers],
    }
    sessionStorage.setItem(NAME, JSON.stringify(plain))
  } catch {
    // Forbidden, or full: the plan holds until the page is left.
  }
}

function recallPlan(): Remembered | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Remembered | null
    return found && found.inputs.length > 0 ? found : undefined
  } catch {
    return undefined
  }
}
