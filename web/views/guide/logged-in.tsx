import type { SpotifyAccount, SpotifyPlaylist } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { useGet } from '../../api/use-get.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useGuide } from '../../text/guide.ts'
import type { AccountProps } from './account-props.ts'
import { ListPicker } from './list-picker.tsx'

/** Who is logged in, their lists, and the way out. */
export function LoggedIn({ account, changed }: AccountProps) {
  const words = useGuide().login
  const { data, error, loading, reload } = useGet<{ playlists: readonly SpotifyPlaylist[] }>(
    'spotify/playlists',
  )
  const leaving = useAction()
  const logOut = () =>
    void leaving.run(async () => changed(await send<SpotifyAccount>('DELETE', 'spotify/login')))
  return (
    <>
      <div className="actions">
        <p>{account.name === undefined ? words.loggedIn : words.loggedInAs(account.name)}</p>
        <button type="button" className="quiet" disabled={leaving.isRunning} onClick={logOut}>
          {words.logOut}
        </button>
      </div>
      {leaving.error !== undefined && <Problem error={leaving.error} />}
      <p role="status" className="soft">
        {loading && words.asking}
      </p>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {data && <ListPicker lists={data.playlists} />}
      <p className="soft">
        {words.takeBack}{' '}
        <OutsideLink url="https://www.spotify.com/account/apps" words="spotify.com/account/apps" />
      </p>
    </>
  )
}
