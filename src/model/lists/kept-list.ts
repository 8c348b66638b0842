/** A list as its archive knows it, whatever it is called and wherever it comes from now. */
export interface KeptList {
  /** Lasts: the service's URI, what the user chose, or made when the list was first kept. */
  readonly id: string
  readonly name: string
  /** The user gave the name: what an input calls the list changes nothing. */
  readonly named?: true
  /** Of its texts, and of its files unless the template says otherwise; relative to the archive. It never changes. */
  readonly folder: string
  /** Where services name it, the latest first: by one of them it can be read again. */
  readonly uris: readonly string[]
  /** What it was called before, the latest last. */
  readonly formerNames: readonly string[]
}
