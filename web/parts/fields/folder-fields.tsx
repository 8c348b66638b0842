import type { ReactNode } from 'react'
import type { Settings } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { FolderList } from '../folders/folder-list.tsx'

/** Where the user's music and catalogues lie, and between them where the backup goes, as each form asks for it. */
export function FolderFields({
  settings,
  changed,
  children,
}: {
  readonly settings: Settings
  readonly changed: (part: Partial<Settings>) => void
  readonly children: ReactNode
}) {
  const text = useText().start
  return (
    <div className="fields">
      <FolderList
        label={text.libraries}
        hint={text.librariesHint}
        none={text.librariesNone}
        folders={settings.libraries}
        changed={(libraries) => changed({ libraries })}
      />
      {children}
      <FolderList
        label={text.catalogues}
        hint={text.cataloguesHint}
        none={text.cataloguesNone}
        folders={settings.catalogues}
        changed={(catalogues) => changed({ catalogues })}
      />
    </div>
  )
}
