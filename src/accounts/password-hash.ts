import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** As OWASP advises for scrypt: 32 MiB and about 0.2 s a password. `ln`: the logarithm of the cost N. */
const COST = { ln: 15, r: 8, p: 3 }
const BYTES = 32
/** Of what is read from the database: a damaged row must not make this process take all memory. */
const MAX_LN = 20

const MIN_PASSWORD = 8
const MAX_PASSWORD = 1024

/** UserError where it is too short to be one. */
export function requirePassword(password: string): void {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD)
    throw new UserError(
      reason('accounts.password-unfit', { least: MIN_PASSWORD, most: MAX_PASSWORD }),
    )
}

/** `$scrypt$ln=15,r=8,p=3$salt$hash`: with all that is needed to check it, whatever the cost is by then. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await deriveWith(password, salt, COST)
  const { ln, r, p } = COST
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${hash.toString('base64')}`
}

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/

/** Stands for an account that is not there: checking it takes as long as checking one that is. */
const nobody = hashPassword(randomBytes(16).toString('hex'))

/** Whether it is the password that was stored. Where none was stored it takes as long, and is false. */
export async function checkPassword(given: string, stored: string | undefined): Promise<boolean> {
  const parts = form.exec(stored ?? (await nobody))
  if (!parts) return false
  const [, ln = '', r = '', p = '', salt = '', hash = ''] = parts
  if (Number(ln) > MAX_LN) return false
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const made = await deriveWith(given, Buffer.from(salt, 'base64'), cost)
  const expected = Buffer.from(hash, 'base64')
  const isSame = made.length === expected.length && timingSafeEqual(made, expected)
  return isSame && stored !== undefined
}

/** Unicode's composed form: the same password from another keyboard has other bytes. */
function deriveWith(password: string, salt: Buffer, { ln, r, p }: typeof COST): Promise<Buffer> {
  const N = 2 ** ln
  return derive(password.normalize('NFC'), salt, BYTES, { N, r, p, maxmem: 256 * N * r })
}
