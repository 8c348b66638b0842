import type { Session } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { useGet } from '../../api/use-get.ts'
import { useText } from '../../text/text.ts'
import { Problem } from '../page/problem.tsx'
import { showToast } from '../page/toasts.tsx'

interface Props {
  /** An archive's id. */
  readonly archive: string
  /** Its folder, absolute. */
  readonly dir: string
}

/** Opens an archive's folder for who sits at the server's own machine; elsewhere, and where nothing opens it, its path is copied. */
export function OpenFolder({ archive, dir }: Props) {
  const text = useText().folders
  const { data } = useGet<Session>('session')
  const { isRunning, error, run } = useAction()
  if (!data) return null
  if (!data.canOpenFolders) return <CopyPath dir={dir} />
  const open = () => run(() => send('POST', `archives/${encodeURIComponent(archive)}/open`))
  return (
    <>
      <button type="button" disabled={isRunning} onClick={() => void open()}>
        {text.open}
      </button>
      {error !== undefined && (
        <>
          <CopyPath dir={dir} />
          <Problem error={error} />
        </>
      )}
    </>
  )
}

/** The path alone where the browser lets no page copy. */
function CopyPath({ dir }: Pick<Props, 'dir'>) {
  const { folders: text } = useText()
  if (!('clipboard' in navigator)) return <code>{dir}</code>
  const copy = () =>
    navigator.clipboard.writeText(dir).then(() => showToast((text) => text.folders.pathCopied))
  return (
    <span>
      <code>{dir}</code>{' '}
      <button type="button" className="quiet" onClick={() => void copy().catch(() => {})}>
        {text.copyPath}
      </button>
    </span>
  )
}
