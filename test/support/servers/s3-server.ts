import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { ownRule } from '../../../src/base/http/allow/own-rule.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { askS3, type S3Access } from '../../../src/storage/s3/client.ts'
import { shared } from '../shared.ts'

const run = promisify(execFile)

/** A real server: Ceph has conditional writes, Swift says that it has none. */
export interface S3Server {
  readonly name: 'ceph' | 'swift'
  /** Of the program that has to be installed. */
  readonly program: string
}

export const ceph: S3Server = { name: 'ceph', program: 'radosgw' }
export const swift: S3Server = { name: 'swift', program: 'swift-proxy-server' }

export interface RunningS3 {
  /** `http://127.0.0.1:17480` */
  readonly endpoint: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Of this process, below those that the system gives out; each server takes up to thirty. */
let nextPort = 16_000 + (process.pid % 300) * 50

const starterOf = ({ name }: S3Server) => shared('tools', 's3', `${name}-start.sh`)

export const isInstalled = (server: S3Server): boolean =>
  existsSync(starterOf(server)) &&
  spawnSync('sh', ['-c', `command -v ${server.program}`]).status === 0

/**
 * Starts the server for the tests in it, on loopback, and stops it after them. Where it is not installed, that is said
 * aloud, and `tests` is not called.
 */
export function describeS3(
  name: string,
  server: S3Server,
  tests: (running: () => RunningS3) => void,
): void {
  if (!isInstalled(server)) {
    console.warn(`SKIPPED, no ${server.program} here: ${name}`)
    describe.skip(name, () => test(`needs ${server.program}`, () => {}))
    return
  }
  describe(name, () => {
    let running: RunningS3
    let dir: string

    beforeAll(async () => {
      dir = join(await mkdtemp(join(tmpdir(), 'songkeep-s3-')), server.name)
      const port = nextPort
      nextPort += 32
      const { stdout } = await run(starterOf(server), [dir, String(port)])
      const read = (variable: string) =>
        new RegExp(`^${variable}=(.*)$`, 'm').exec(stdout)?.[1] ?? ''
      running = {
        endpoint: read('S3_ENDPOINT'),
        accessKeyId: read('S3_ACCESS_KEY_ID'),
        secretAccessKey: read('S3_SECRET_ACCESS_KEY'),
      }
    })

    afterAll(async () => {
      await run(shared('tools', 's3', `${server.name}-stop.sh`), [dir])
    })

    tests(() => running)
  })
}

let buckets = 0

/** A new bucket, by way of `endpoint`, which may be a proxy before the server. */
export async function newBucket(
  { accessKeyId, secretAccessKey, endpoint }: RunningS3,
  by = endpoint,
  signal = new AbortController().signal,
): Promise<S3Access> {
  const bucket = `songkeep-${process.pid}-${buckets++}`
  const access = (at: string): S3Access => ({
    endpoint: at,
    region: 'us-east-1',
    bucket,
    pathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    http: openHttp({
      rules: [
        {
          ...ownRule(new URL(at)),
          pace: { requests: 1000, perMs: 1000 },
          atOnce: 16,
          keepForMs: 0,
        },
      ],
      userAgent: 'songkeep-test',
    }),
  })
  const direct = access(endpoint)
  const { status } = await askS3({ method: 'PUT' }, direct, signal)
  if (status !== 200) throw new Error(`No bucket: ${status}`)
  if (by === endpoint) return direct
  await direct.http[Symbol.asyncDispose]()
  return access(by)
}
