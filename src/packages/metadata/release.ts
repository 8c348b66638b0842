/** A release, as `latest.json` names the last one and `changelog.jsonl` all of them. */
export interface Release {
  /** `0001`, and so on. */
  readonly release: string
  readonly rows: number
  /** The same for the same rows. */
  readonly sha256: string
  readonly previous?: string
  readonly added: number
  readonly changed: number
  readonly removed: number
}
