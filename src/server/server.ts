import { once } from 'node:events'
import type { Server as HttpServer, RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { AccountService } from '../app/accounts/account-service.ts'
import type { Context } from '../app/context.ts'
import type { JobService } from '../app/jobs/service.ts'
import { reason } from '../model/reason.ts'
import { redirectUriAt } from '../model/spotify-redirect.ts'
import { UserError } from '../words/user-error.ts'
import { addressOf, isLoopback } from './addresses.ts'
import { createApp } from './app.ts'
import { AccountDoor } from './auth/account-door.ts'
import { checkRequest } from './auth/origin-guard.ts'
import { OwnHosts } from './auth/own-hosts.ts'
import { Password } from './auth/password.ts'
import { Sessions } from './auth/sessions.ts'
import { JobUpdates } from './events/job-updates.ts'
import { answerRefused, hideSecrets, type ServerLog } from './faults.ts'
import { readPage } from './files/page-files.ts'
import { listHeaders, setHeaders } from './headers.ts'
import { HttpError } from './http-error.ts'
import { type Limits, usualLimits } from './limits.ts'
import { listen, portOf } from './listen.ts'
import { answerOperations } from './operations/answer-operations.ts'
import { refuseOpenMetrics } from './operations/serve-operations.ts'

export interface ServerOptions {
  /** 0 takes any that is free. */
  readonly port: number
  /** An address or a name of this machine. */
  readonly host: string
  /** Asked of everybody; there has to be one where others than this machine can reach us. */
  readonly password?: string
  /** Who may sign in, each to what is theirs; no one password is asked for then. */
  readonly accounts?: AccountService
  /** Whose server it is, in a few words: told to whoever is asked for the password. */
  readonly title?: string
  /** Where the page was built. */
  readonly webDir: string
  /** Further names by which we are asked for: those of a proxy before us, or of this machine on its network. */
  readonly hostNames?: readonly string[]
  /** Writes what broke, where whoever runs the server sees it; standard error where nothing is said. */
  readonly log?: ServerLog
  readonly limits?: Partial<Limits>
}

export interface Server extends AsyncDisposable {
  /** Where the page is: `http://127.0.0.1:4747`. */
  readonly address: string
}

/** How long an answer that is under way may still take when the server ends. */
const GRACE_MS = 2000

/**
 * Opens the page and what it asks for, on top of a context that it leaves open. Throws UserError where others
 * could reach it without a password, where the port cannot be had, and where the page was not built.
 */
export async function startServer(context: Context, options: ServerOptions): Promise<Server> {
  const { host, password = '' } = options
  if (!options.accounts) refuseOpenDoor(host, password)
  refuseOpenMetrics(context.operations, host)
  const limits = { ...usualLimits, ...options.limits }
  const page = await readPage(options.webDir)
  const hasNoPassword = password === '' || options.accounts !== undefined
  const secret = hasNoPassword ? undefined : await Password.create(password, limits.tries)
  const log = logWithout(password, options.log)
  // The port is known only when it is open, and what answers needs to know it.
  let answer: RequestListener = (_, outgoing) => outgoing.destroy()
  const server = await listen(options, limits, (incoming, outgoing) => answer(incoming, outgoing))
  server.on('error', (error) => log(`The line to the network broke: ${error.message}`))
  const port = portOf(server)
  const closing = new AbortController()
  const updates = new Map<JobService, JobUpdates>()
  const door = options.accounts && new AccountDoor(options.accounts, limits)
  const authenticator = {
    door,
    password: secret,
    sessions: new Sessions(limits.sessionMs),
    title: options.title,
    cookie: `songkeep_${port}`,
    isOwnMachine: isLoopback(host) && (options.hostNames ?? []).length === 0,
    closing: closing.signal,
    limits,
  }
  const app = createApp({
    context,
    authenticator,
    page,
    updatesOf: (jobs) => updatesOf(jobs, updates),
    redirectUri: redirectUriAt(port),
    log,
  })
  const headers = listHeaders([...context.mediaHosts, ...context.bucketHosts])
  const guarded = guard(app, new OwnHosts(port, options.hostNames), limits)
  answer = (incoming, outgoing) => {
    setHeaders(outgoing, headers)
    if (!answerOperations(context.operations, incoming, outgoing)) guarded(incoming, outgoing)
  }
  return {
    address: addressOf(host, port),
    async [Symbol.asyncDispose]() {
      closing.abort()
      door?.[Symbol.dispose]()
      for (const each of updates.values()) each[Symbol.dispose]()
      await close(server)
    },
  }
}

/** One reading of the jobs for all who listen to the same ones. */
function updatesOf(jobs: JobService, open: Map<JobService, JobUpdates>): JobUpdates {
  const known = open.get(jobs) ?? new JobUpdates(jobs)
  open.set(jobs, known)
  return known
}

/** Throws UserError where others than this machine could reach the server without a password. */
function refuseOpenDoor(host: string, password: string) {
  if (password === '' && !isLoopback(host))
    throw new UserError(reason('server.password-missing', { host }), reason('server.set-password'))
}

function logWithout(password: string, given: ServerLog | undefined): ServerLog {
  const write = given ?? ((text) => process.stderr.write(`${text}\n`))
  return (text) => write(hideSecrets(text, [password]))
}

/** Answers with the app what the origin guard lets pass. */
function guard(
  app: ReturnType<typeof createApp>,
  hosts: OwnHosts,
  { urlBytes }: Limits,
): RequestListener {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (incoming, outgoing) => {
    try {
      checkRequest(incoming, hosts, urlBytes)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      return answerRefused(incoming, outgoing, error)
    }
    return void listener(incoming, outgoing)
  }
}

async function close(server: HttpServer) {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(timer)
}
