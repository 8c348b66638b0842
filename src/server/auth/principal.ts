import type { HttpBindings } from '@hono/node-server'
import type { Context as HonoContext, MiddlewareHandler as HonoMiddleware } from 'hono'
import type { Services } from '../../app/context.ts'
import type { Account } from '../../model/accounts/account.ts'

/** Who a request comes from. */
export interface Principal {
  /** Shares the limits with nobody else: its address, and its session where it has one. */
  readonly client: string
  /** Whose turn its jobs take. */
  readonly owner: string
  /** True where no password is asked for, or the right one was given. */
  readonly admitted: boolean
  /** Aborted when the session ends, or the server. */
  readonly gone: AbortSignal
  /** Its account, on a server that has accounts. */
  readonly account?: Account
  /** All that it can do. Absent where it is not admitted. */
  readonly context?: Services
}

export interface Request {
  Bindings: HttpBindings
  Variables: {
    principal: Principal
    /** What whoever asks can do: routes reach nothing else. Set once they are admitted. */
    context: Services
    /** What the request has brought that no log may hold. */
    secrets?: readonly string[]
  }
}

export type RequestContext = HonoContext<Request>
export type Middleware = HonoMiddleware<Request>
