import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type {
  ArchivedPlaylist,
  MergedLists,
  RemovalPlan,
  TrashedLists,
} from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { useAction } from '../../../api/use-action.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import { countTracks } from './arrange-lists.ts'
import type { Done, Wanted } from './changes.ts'
import { useListText } from './use-list-text.ts'

interface Props {
  readonly archive: string
  readonly playlists: readonly ArchivedPlaylist[]
  readonly wanted: Wanted
  /** With what was done; without, where nothing was. */
  readonly close: (done?: Done) => void
}

/** Says what will happen to lists, and does it when it is agreed to. */
export function ChangeDialog({ wanted, ...props }: Props) {
  return wanted.kind === 'remove' ? (
    <RemoveDialog {...props} folders={wanted.folders} />
  ) : (
    <JoinDialog {...props} folder={wanted.folder} other={wanted.other} />
  )
}

interface ModalProps {
  readonly title: string
  readonly doIt: string
  readonly isReady: boolean
  readonly work: () => Promise<Done>
  readonly close: Props['close']
  readonly children: ReactNode
}

function Modal({ title, doIt, isReady, work, close, children }: ModalProps) {
  const text = useListText()
  const ref = useRef<HTMLDialogElement>(null)
  const { isRunning, error, run } = useAction()
  const id = useId()
  useEffect(() => ref.current?.showModal(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => close(await work()))
  }
  return (
    <dialog ref={ref} className="change" aria-labelledby={id} onClose={() => close()}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        {error !== undefined && <Problem error={error} />}
        <div className="actions">
          <button type="submit" className="primary" disabled={isRunning || !isReady}>
            {doIt}
          </button>
          <button type="button" onClick={() => ref.current?.close()}>
            {text.leave}
          </button>
        </div>
      </form>
    </dialog>
  )
}

interface RemoveProps extends Omit<Props, 'wanted'> {
  readonly folders: readonly string[]
}

function RemoveDialog({ archive, playlists, folders, close }: RemoveProps) {
  const text = useListText()
  const [plan, setPlan] = useState<RemovalPlan>()
  const { error, run } = useAction()
  const base = `archives/${encodeURIComponent(archive)}`
  const names = playlists.filter(({ folder }) => folders.includes(folder)).map(({ name }) => name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog is of these lists alone
  useEffect(() => {
    void run(async () => setPlan(await send<RemovalPlan>('POST', `${base}/removal`, { folders })))
  }, [])
  return (
    <Modal
      title={text.removeTitle(names)}
      doIt={text.removeNow}
      isReady={plan !== undefined}
      close={close}
      work={async () => {
        const trashed = await send<TrashedLists>('POST', `${base}/trash`, { folders })
        return { kind: 'changed', trashed }
      }}
    >
      {error !== undefined && <Problem error={error} />}
      {!plan && error === undefined && <p role="status">{text.planning}</p>}
      {plan && <p>{text.removePlan(plan.files, plan.bytes, plan.shared)}</p>}
      {plan && plan.unread.length > 0 && <p className="remark">{text.unread(plan.unread)}</p>}
    </Modal>
  )
}

interface JoinProps extends Omit<Props, 'wanted'> {
  readonly folder: string
  readonly other: string | undefined
}

function JoinDialog({ archive, playlists, folder, other, close }: JoinProps) {
  const text = useListText()
  const { words } = useText()
  const group = useId()
  const own = playlists.find((each) => each.folder === folder)
  const others = playlists.filter((each) => each.folder !== folder && each.at !== undefined)
  const [partner, setPartner] = useState(other ?? others[0]?.folder ?? '')
  const pair = [own, others.find((each) => each.folder === partner)].flatMap((each) => each ?? [])
  const [stays, setStays] = useState<string>()
  const into = pair.find((each) => each.folder === stays) ?? suggest(pair)
  const from = pair.find((each) => each !== into)
  return (
    <Modal
      title={text.joinTitle(own?.name ?? '')}
      doIt={text.joinNow}
      isReady={into !== undefined && from !== undefined}
      close={close}
      work={async () => {
        const path = `archives/${encodeURIComponent(archive)}/merge?lang=${words.language}`
        const body = { from: from?.folder, into: into?.folder }
        const trashed = await send<MergedLists>('POST', path, body)
        return { kind: 'changed', trashed, added: trashed.added }
      }}
    >
      {other === undefined && (
        <select
          aria-label={text.joinTitle(own?.name ?? '')}
          value={partner}
          onChange={({ target }) => setPartner(target.value)}
        >
          {others.map((each) => (
            <option key={each.folder} value={each.folder}>
              {each.name}
            </option>
          ))}
        </select>
      )}
      <fieldset>
        <legend>{text.joinWhat}</legend>
        {pair.map((each) => (
          <label key={each.folder} className="tick">
            <input
              type="radio"
              name={group}
              checked={each === into}
              onChange={() => setStays(each.folder)}
            />
            <span>
              <bdi>{each.name}</bdi>
              <small>{text.counts(countTracks(each).kept, countTracks(each).all)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="hint">{text.joinHint}</p>
    </Modal>
  )
}

/** The one that can be read again by its link, or else the longer one. */
function suggest(pair: readonly ArchivedPlaylist[]): ArchivedPlaylist | undefined {
  const [first] = pair.toSorted(
    (a, b) => Number(b.canSync) - Number(a.canSync) || b.tracks - a.tracks,
  )
  return first
}
