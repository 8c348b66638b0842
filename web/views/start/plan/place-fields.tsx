import type { RefObject } from 'react'
import type { Settings, UsualFolders } from '../../../../src/api/contract.ts'
import type { ChangeSettings } from '../../../parts/fields/change-settings.ts'
import { FolderField } from '../../../parts/folders/folder-field.tsx'
import { FolderList } from '../../../parts/folders/folder-list.tsx'
import { useText } from '../../../text/text.ts'

interface Props {
  readonly settings: Settings
  readonly change: ChangeSettings
  /** What was found on this machine. */
  readonly usual: UsualFolders | undefined
  readonly isIntoMissing: boolean
  readonly intoRef: RefObject<HTMLInputElement | null>
}

/** Where the music lies and where the backup goes: the two questions that everybody is asked. */
export function PlaceFields({ settings, change, usual, isIntoMissing, intoRef }: Props) {
  const text = useText().start
  const { libraries, into = '' } = settings
  const { music } = usual ?? {}
  const isFound = music && music.files > 0 && libraries.includes(music.path)
  return (
    <div className="fields">
      <FolderList
        label={text.libraries}
        hint={isFound ? text.musicFound(music.files, music.isMore) : text.librariesHint}
        none={text.librariesNone}
        folders={libraries}
        changed={(next) => change({ libraries: next })}
      />
      <FolderField
        label={text.into}
        hint={text.intoHint}
        folder={into}
        changed={(folder) => change({ into: folder })}
        fault={isIntoMissing && into.trim() === '' ? text.intoMissing : undefined}
        inputRef={intoRef}
      />
    </div>
  )
}
