import { useMemo, useState } from 'react'
import type { MissingList } from '../../src/api/contract.ts'
import { groupMissing, type MissingGrouping } from '../../src/model/lists/missing.ts'
import { useGet } from '../api/use-get.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { linkTo } from '../route.ts'
import { useText } from '../text/text.ts'
import { MissingActions } from './missing/missing-actions.tsx'
import { MissingGroups } from './missing/missing-groups.tsx'
import { useMissingText } from './missing/use-missing-text.ts'
import '../styles/missing.css'

/** A shopping list: what of a playlist is not kept, and where it may be had. */
export function MissingView({ view }: { readonly view: string }) {
  const text = useMissingText()
  const { shell } = useText()
  const { data, error, reload } = useGet<MissingList>(`${view}/missing`)
  return (
    <>
      <PageTitle
        eyebrow={<a href={linkTo({ kind: 'result', view })}>{data?.name ?? text.toList}</a>}
      >
        {text.words.title}
      </PageTitle>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {!data && error === undefined && <p role="status">{shell.loading}</p>}
      {data && <ShoppingList view={view} list={data} />}
    </>
  )
}

function ShoppingList({ view, list }: { readonly view: string; readonly list: MissingList }) {
  const text = useMissingText()
  const [by, setBy] = useState<MissingGrouping>('place')
  const { missing, tracks } = list
  const groups = useMemo(() => groupMissing(missing, by), [missing, by])
  return (
    <>
      <p className="lead">{text.words.lead(missing.length, tracks)}</p>
      {missing.length > 0 && <MissingActions view={view} list={list} by={by} onGroup={setBy} />}
      <MissingGroups groups={groups} />
    </>
  )
}
