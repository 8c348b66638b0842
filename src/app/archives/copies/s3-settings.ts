import type { S3Credentials } from '../../../storage/s3/client.ts'

/** What the environment says about S3: whose keys, and at which server they are used. */
export interface S3Settings {
  readonly credentials?: S3Credentials
  readonly region?: string
  /** A server that is not Amazon's: `https://s3.example`, or one of the user's own network. */
  readonly endpoint?: string
  /** `path` where the bucket stands in the path, `virtual` where it stands before the host's name. */
  readonly style?: 'path' | 'virtual'
  /** `direct`: browsers can reach the bucket, and are sent there to hear what it has. */
  readonly listen?: 'direct'
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * `SONGKEEP_S3_ACCESS_KEY_ID`, `_SECRET_ACCESS_KEY`, `_SESSION_TOKEN`, `_REGION`, `_ENDPOINT`, `_STYLE`. Where no key of
 * these is set, Amazon's own names count (`AWS_ACCESS_KEY_ID` and so on): all of one kind, so that no key is sent to the
 * server of the other.
 */
export function readS3(variables: Variables): S3Settings {
  const read = (name: string) => variables[name]?.trim() || undefined
  const isOurs = read('SONGKEEP_S3_ACCESS_KEY_ID') !== undefined
  const prefix = isOurs ? 'SONGKEEP_S3_' : 'AWS_'
  const accessKeyId = read(`${prefix}ACCESS_KEY_ID`)
  const secretAccessKey = read(`${prefix}SECRET_ACCESS_KEY`)
  const style = read('SONGKEEP_S3_STYLE')
  return {
    credentials:
      accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, sessionToken: read(`${prefix}SESSION_TOKEN`) }
        : undefined,
    region: read(`${prefix}REGION`) ?? (isOurs ? undefined : read('AWS_DEFAULT_REGION')),
    endpoint:
      read('SONGKEEP_S3_ENDPOINT') ??
      (isOurs ? undefined : (read('AWS_ENDPOINT_URL_S3') ?? read('AWS_ENDPOINT_URL'))),
    listen: read('SONGKEEP_S3_LISTEN') === 'direct' ? 'direct' : undefined,
    style: style === 'path' || style === 'virtual' ? style : undefined,
  }
}
