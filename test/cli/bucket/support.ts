import { expect } from 'vitest'
import { fetchCheckpoint } from '../../../src/archive/bucket/commits/checkpoints.ts'
import { CommitLog } from '../../../src/archive/bucket/commits/commit-log.ts'
import type { BucketState } from '../../../src/archive/bucket/commits/state.ts'
import { fileKey } from '../../../src/archive/bucket/keys.ts'
import { digestOf } from '../../../src/storage/digest-of.ts'
import type { Store } from '../../../src/storage/store.ts'
import { startProgram } from '../../support/program.ts'
import type { RunningS3 } from '../../support/servers/s3-server.ts'

/** A host of its own: what it knows lies below `folder`, and the bucket is all that it shares with others. */
export function hostAt(
  folder: string,
  { endpoint, accessKeyId, secretAccessKey }: RunningS3,
  more: NodeJS.ProcessEnv = {},
) {
  const variables = {
    SONGKEEP_OFFLINE: '',
    SONGKEEP_S3_ENDPOINT: endpoint,
    SONGKEEP_S3_ACCESS_KEY_ID: accessKeyId,
    SONGKEEP_S3_SECRET_ACCESS_KEY: secretAccessKey,
    ...more,
  }
  const start = (...args: readonly string[]) => startProgram(args, folder, '', variables)
  return {
    start,
    async run(...args: readonly string[]) {
      const ended = await start(...args).ended
      expect(ended, ended.stderr).toMatchObject({ code: 0 })
      return ended.stdout
    },
  }
}

/** What the bucket says, read as somebody does who comes later. */
export async function readBucket(store: Store): Promise<BucketState> {
  const { signal } = new AbortController()
  const log = new CommitLog(store, await fetchCheckpoint(store, signal), signal)
  await log.readOn()
  return log.state
}

/** Reads every object that the state names to its end. */
export async function expectWhole({ files, texts }: BucketState, store: Store): Promise<void> {
  const { signal } = new AbortController()
  for (const { sha256, bytes } of [...files, ...texts]) {
    const key = fileKey(sha256)
    expect(await digestOf(store, key, { signal })).toBe(sha256)
    expect(await store.head(key, signal)).toMatchObject({ bytes })
  }
}
