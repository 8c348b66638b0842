import { type Group, groups } from '../../parts/rows/groups.ts'
import { type Selection, type SortKey, sortKeys } from './entries/select-rows.ts'

/** What of a result is shown: all of it stands in the address, so that a copied one shows the same. */
export interface Shown {
  /** Which playlist of the run, from 0; absent: the first. */
  readonly list?: number
  readonly selection: Selection
  /** Keys of the open rows. */
  readonly open: readonly string[]
}

const MAX_SEARCH_CHARACTERS = 200
const MAX_OPEN = 20

export const everything: Selection = { search: '', sort: 'position', descending: false }

/** `list=1&search=&show=not-found&order=title&backwards=1&open=1.17,1.18`; what makes no sense is passed over. */
export function readShown(query: string): Shown {
  const params = new URLSearchParams(query)
  const open = (params.get('open') ?? '').split(',').filter(isKey).slice(-MAX_OPEN)
  const list = params.get('list') ?? open[0]?.split('.')[0]
  const group = params.get('show')
  const sort = params.get('order')
  const reason = params.get('reason')
  return {
    ...(list !== undefined && isNumber(list) && { list: Number(list) }),
    selection: {
      ...(isGroup(group) && { group }),
      ...(reason !== null && isCode(reason) && { reason }),
      search: (params.get('search') ?? '').slice(0, MAX_SEARCH_CHARACTERS),
      sort: isSortKey(sort) ? sort : 'position',
      descending: params.get('backwards') === '1',
    },
    open: [...new Set(open)],
  }
}

/** What `readShown` reads; nothing where nothing is chosen. */
export function writeShown({ list, selection, open }: Shown): string {
  const { group, reason, search, sort, descending } = selection
  const params = new URLSearchParams()
  if (list !== undefined && list > 0) params.set('list', String(list))
  if (search !== '') params.set('search', search)
  if (group !== undefined) params.set('show', group)
  if (reason !== undefined) params.set('reason', reason)
  if (sort !== 'position') params.set('order', sort)
  if (descending) params.set('backwards', '1')
  if (open.length > 0) params.set('open', open.join(','))
  return String(params).replaceAll('%2C', ',')
}

const isNumber = (text: string) => /^\d{1,9}$/.test(text)
const isCode = (text: string) => /^[a-z]+(?:[.-][a-z0-9]+){0,12}$/.test(text) && text.length <= 80
const isKey = (text: string) => /^\d{1,9}\.\d{1,9}$/.test(text)
const isGroup = (text: string | null): text is Group => groups.some((group) => group === text)
const isSortKey = (text: string | null): text is SortKey => sortKeys.some((key) => key === text)
