import { useMemo } from 'react'
import { useEntries } from '../api/live.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { rowsAtRest } from '../parts/rows/at-rest.ts'
import { linkTo } from '../route.ts'
import { useLanguage, useText } from '../text/text.ts'
import { selectRows } from './result/entries/select-rows.ts'
import { writeShown } from './result/shown.ts'
import { useShown } from './result/use-shown.ts'
import { WholeList } from './result/whole/whole-list.tsx'

/** A playlist's rows, all of them or those that the address chooses, to print and to search. */
export function PrintView({ view }: { readonly view: string }) {
  const { lists, rows, loading, error } = useEntries(view)
  const { list: number, selection } = useShown()
  const { result: text, shell } = useText()
  const [language] = useLanguage()
  const list = lists.find((one) => one.list === number) ?? lists[0]
  const all = rows(list?.list ?? 0)
  const shown = useMemo(
    () => selectRows(rowsAtRest(all), selection, language),
    [all, selection, language],
  )
  const query = writeShown({ list: number, selection, open: [] })
  return (
    <>
      <PageTitle
        eyebrow={<a href={linkTo({ kind: 'result', view }, query)}>{text.backToResult}</a>}
      >
        {list?.name || text.title}
      </PageTitle>
      {error && <Problem error={error} />}
      {!error && !list && <p role="status">{loading ? shell.loading : text.noList}</p>}
      {list && (
        <>
          <p className="soft">
            {shown.length === all.length
              ? text.found(all.length)
              : text.foundOf(shown.length, all.length)}
          </p>
          <p className="actions">
            <button type="button" onClick={() => print()}>
              {text.print}
            </button>
          </p>
          <WholeList rows={shown} />
        </>
      )}
    </>
  )
}
