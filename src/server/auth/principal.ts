import type { HttpBindings } from '@hono/node-server'
import type { Context as HonoContext, MiddlewareHandler as HonoMiddleware } from 'hono'

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
}

export interface Request {
  Bindings: HttpBindings
  Variables: {
    principal: Principal
    /** What the request has brought that no log may hold. */
    secrets?: readonly string[]
  }
}

export type RequestContext = HonoContext<Request>
export type Middleware = HonoMiddleware<Request>
