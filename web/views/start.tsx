import { useEffect, useSyncExternalStore } from 'react'
import { PageTitle } from '../parts/page/page-title.tsx'
import { linkTo } from '../route.ts'
import { useText } from '../text/text.ts'
import { DropZone } from './start/inputs/drop-zone.tsx'
import { ItemList } from './start/inputs/item-list.tsx'
import { inputs } from './start/inputs/store.ts'
import { PreviewSection } from './start/preview/preview-section.tsx'
import { keepPlan } from './start/remembered.ts'
import { UnderWay } from './start/under-way.tsx'
import '../styles/fields.css'
import '../styles/start.css'

/** Where everything begins: a playlist goes in, and what was understood of it is shown before anything runs. */
export function StartView() {
  const text = useText().start
  const { items, state } = useSyncExternalStore(inputs.subscribe, inputs.read)
  useEffect(keepPlan, [])
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <p className="lead">{text.lead}</p>
      <DropZone isFirst={items.length === 0} />
      {items.length === 0 && (
        <p>
          <a href={linkTo({ kind: 'guide' })}>{text.guide}</a>
        </p>
      )}
      <ItemList items={items} state={state} />
      <PreviewSection state={state} />
      {items.length === 0 && <UnderWay />}
    </>
  )
}
