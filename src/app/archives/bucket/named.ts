import { resolve } from 'node:path'

/** Whether an archive is named by the bucket that it lies in, `s3://bucket/prefix`, and not by its folder. */
export const isBucketName = (named: string): boolean => /^s3:\/\//i.test(named)

/** Whether it looks like an address where a folder of this machine is meant: a folder of that name would be made here. */
export const looksLikeAddress = (named: string): boolean =>
  /^(?:s3:|[a-z][a-z\d+.-]+:\/\/)/i.test(named)

/** A folder by its whole path, a bucket as it is called everywhere. */
export const wholeName = (named: string): string =>
  isBucketName(named) ? `s3://${named.slice('s3://'.length).replace(/\/+$/, '')}` : resolve(named)
