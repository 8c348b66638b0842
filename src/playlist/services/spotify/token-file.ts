import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, writeSecret } from '../../../base/file.ts'
import { asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'

/** A login: what Spotify gave the user's own client, and for how long. */
export interface Tokens {
  readonly clientId: string
  readonly accessToken: string
  readonly refreshToken: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Where a login is kept: readable by its owner alone (mode 0600), there whole or not at all. */
export interface TokenFile {
  read(): Promise<Tokens | undefined>
  write(tokens: Tokens): Promise<void>
  /** False where there was none. */
  remove(): Promise<boolean>
}

export function openTokenFile(path: string): TokenFile {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        if (codeOf(cause) === 'ENOENT') return undefined
        throw new UserError(reason('playlist.login-unreadable', { path }), AGAIN, { cause })
      })
      if (text === undefined) return undefined
      // A copy may have come with rights for others.
      await chmod(path, 0o600).catch(() => {})
      const tokens = readTokens(text)
      if (!tokens) throw new UserError(reason('playlist.login-damaged', { path }), AGAIN)
      return tokens
    },
    async write(tokens) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeSecret(path, `${JSON.stringify(tokens)}\n`)
    },
    async remove() {
      try {
        await rm(path)
        return true
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false
        throw error
      }
    },
  }
}

const AGAIN = reason('playlist.log-in-again')

function readTokens(text: string): Tokens | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const { clientId, accessToken, refreshToken, expiresAt } = asRecord(value)
  const isText = (each: unknown): each is string => typeof each === 'string' && each !== ''
  return isText(clientId) &&
    isText(accessToken) &&
    isText(refreshToken) &&
    typeof expiresAt === 'number'
    ? { clientId, accessToken, refreshToken, expiresAt }
    : undefined
}
