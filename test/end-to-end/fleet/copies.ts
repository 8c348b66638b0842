import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '../../support/program.ts'
import { newBucket, type RunningS3 } from '../../support/servers/s3-server.ts'
import { type S3Faults, startBadS3 } from './bad-s3.ts'

/** What became of the copies. */
export interface CopiesTold {
  readonly asked: number
  readonly faults: S3Faults
  readonly kills: number
  /** Runs that ended by themselves and said that they could not do it all. */
  readonly failures: number
  /** Copies that have each file of their archive, read to the last byte; and files in them. */
  readonly whole: number
  readonly files: number
}

export interface Copies extends AsyncDisposable {
  /** This archive is whole: its copy may be made. */
  add(archive: string): void
  /** Waits for all copies, then reads each of them from a server on which nothing fails any more. */
  finish(): Promise<CopiesTold>
}

const MAX_TRIES = 30

/** `songkeep mirror` of one archive after the other into a bucket, by a way on which requests fail; killed at times. */
export async function startCopies(s3: RunningS3, dir: string): Promise<Copies> {
  const way = await startBadS3(s3.endpoint)
  const { bucket, http } = await newBucket(s3)
  await http[Symbol.asyncDispose]()
  const archives: string[] = []
  let [kills, failures] = [0, 0]
  const start = (args: readonly string[]) =>
    startProgram(['mirror', ...args, '--endpoint', way.endpoint], join(dir, 'copier'), '', {
      SONGKEEP_OFFLINE: '',
      SONGKEEP_S3_ACCESS_KEY_ID: s3.accessKeyId,
      SONGKEEP_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      SONGKEEP_S3_ENDPOINT: way.endpoint,
    })
  const copyOnce = async (archive: string, at: number, isToBeKilled: boolean) => {
    const { child, ended } = start([archive, `s3://${bucket}/list-${at}`])
    const end = new AbortController()
    if (isToBeKilled)
      sleep(1_000 + 4_000 * Math.random(), undefined, { signal: end.signal }).then(
        () => child.kill('SIGKILL'),
        () => {},
      )
    const { code, signal, stderr } = await ended
    end.abort()
    if (signal === 'SIGKILL') kills++
    else if (code !== 0) failures++
    return code === 0 ? undefined : stderr
  }
  const copy = async (archive: string, at: number) => {
    let said: string | undefined
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      said = await copyOnce(archive, at, tries % 2 === 0)
      if (said === undefined) return
    }
    throw new Error(`No copy of ${archive}: ${said}`)
  }
  let last = Promise.resolve()
  const check = async (archive: string) => {
    const { code, stdout, stderr } = await start([archive, '--check', '--json']).ended
    const done = stdout.split('\n').findLast((line) => line.includes('"kind":"done"'))
    if (code !== 0 || !done) throw new Error(`The copy of ${archive} is not whole: ${stderr}`)
    return JSON.parse(done) as { files: number; missing: number; damaged: number }
  }
  return {
    add(archive) {
      const at = archives.push(archive) - 1
      last = last.then(() => copy(archive, at))
      // It is asked for in the end.
      last.catch(() => {})
    },
    async finish() {
      await last
      way.calm()
      const { asked } = way
      let [whole, files] = [0, 0]
      for (const archive of archives) {
        const found = await check(archive)
        if (found.missing + found.damaged === 0) whole++
        files += found.files
      }
      return { asked, faults: way.faults, kills, failures, whole, files }
    },
    [Symbol.asyncDispose]: () => way[Symbol.asyncDispose](),
  }
}
