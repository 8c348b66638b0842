import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AccountAdmin } from '../../../src/app/accounts/account-admin.ts'
import { openAccountDatabase } from '../../../src/app/accounts/open-database.ts'
import { type Environment, readEnvironment } from '../../../src/app/environment.ts'
import { type OpenContext, openContext } from '../../../src/app/open-context.ts'
import type { Account, Role } from '../../../src/model/accounts/account.ts'
import {
  type Answer,
  ask,
  makeHome,
  type Running,
  removeHome,
  serve,
} from '../../support/servers/page-server.ts'

const PASSWORD = 'long and winding'

/** So many requests at once that a test is never told to wait, however quick the machine is. */
const HURRIED = { burst: 10_000, perSecond: 1_000 }

export interface AccountServer extends AsyncDisposable {
  readonly home: string
  readonly root: string
  readonly environment: Environment
  readonly context: OpenContext
  readonly running: Running
  readonly accounts: ReadonlyMap<string, Account>
  admin<Result>(act: (admin: AccountAdmin) => Promise<Result>): Promise<Result>
  /** Signs in; the cookie. */
  signIn(name: string, password?: string): Promise<string>
  as(cookie: string, path: string, asked?: Asked): Promise<Answer>
}

export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly bytes?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A server with accounts by name and role, all with one password; the first has to be an owner. */
export async function openAccountServer(
  roles: Readonly<Record<string, Role>>,
  more: Partial<Environment> & { readonly width?: number } = {},
): Promise<AccountServer> {
  const home = await makeHome()
  const root = join(home, 'places')
  const found = readEnvironment({
    ...{ SONGKEEP_CACHE: join(home, 'cache'), SONGKEEP_CONFIG: join(home, 'config') },
    ...{ SONGKEEP_DATA: join(home, 'data'), SONGKEEP_OFFLINE: '1', SONGKEEP_ACCOUNTS: root },
  })
  const { width = 1, ...others } = more
  const environment = { ...found, ...others }
  const admin: AccountServer['admin'] = async (act) => {
    await using database = await openAccountDatabase(environment)
    return await act(new AccountAdmin(database, 'test'))
  }
  const accounts = new Map<string, Account>()
  for (const [name, role] of Object.entries(roles))
    accounts.set(name, await admin((to) => to.add({ name, role, password: PASSWORD })))
  const context = await openContext(environment, { width, folders: [join(home, 'music')] })
  const running = await serve(context, home, { accounts: context.accounts, limits: HURRIED })
  const as: AccountServer['as'] = (cookie, path, { method, body, bytes, headers } = {}) =>
    ask(running.address, path, {
      method,
      headers: {
        ...(bytes !== undefined && { 'Content-Type': 'application/octet-stream' }),
        ...(cookie !== '' && { Cookie: cookie }),
        ...headers,
      },
      body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
  return {
    ...{ home, root, environment, context, running, accounts, admin, as },
    async signIn(name, password = PASSWORD) {
      const answer = await as('', '/api/session', { method: 'POST', body: { name, password } })
      if (answer.status !== 200) throw new Error(answer.text)
      return String(answer.headers['set-cookie']).split(';')[0] ?? ''
    },
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await context[Symbol.asyncDispose]()
      await removeHome(home)
    },
  }
}

/** Puts a file of sound into a folder, which is made. */
export async function putSound(dir: string, name: string, sound: Uint8Array): Promise<void> {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, name), sound)
}
