import { type Credentials, type ServerName, serverNames } from '../../playlist/servers/server.ts'

/** A server of the user's own as their environment or their settings name it. */
export interface ServerSettings extends Credentials {
  readonly kind: ServerName
  readonly address?: string
}

type Variables = Readonly<Record<string, string | undefined>>

/** `SONGKEEP_SUBSONIC_SERVER`, `_USER`, `_PASSWORD`, `_API_KEY`; the same of Jellyfin. */
export const readServers = (variables: Variables): readonly ServerSettings[] =>
  serverNames.map((kind) => {
    const read = (what: string) => variables[`SONGKEEP_${kind.toUpperCase()}_${what}`]
    return {
      kind,
      address: read('SERVER')?.trim() || undefined,
      user: read('USER')?.trim() || undefined,
      // Spaces may be part of it.
      password: read('PASSWORD') || undefined,
      apiKey: read('API_KEY')?.trim() || undefined,
    }
  })
