import type { Http } from '../../base/http/http.ts'
import type { Reason } from '../../model/reason.ts'
import type { ProviderHost } from '../../source/online/hosts.ts'
import type { KeyInfo } from '../../source/provider.ts'

/** Somebody on the network who may be asked one harmless question, to find out whether it works. */
export interface Service {
  /** In kebab-case; names the file of its answers too. */
  readonly name: string
  /** As a person knows it. */
  readonly title: string
  readonly hosts: readonly ProviderHost[]
  /** Where the question needs a key of the user's. */
  readonly key?: KeyInfo
  /** Where an answer that holds nothing is as good as any. */
  readonly mayFindNothing?: true
  /** Asks, through this `http` alone, and throws a UserError where it is not answered. */
  ask(http: Http, signal: AbortSignal): Promise<ServiceAnswer>
  /** The first field that an answer should have and has not; only asked about answers that are none of refusal. */
  findMissing?(path: string, body: Uint8Array): string | undefined
}

export interface ServiceAnswer {
  /** What was asked for is in it. */
  readonly found: boolean
  /** A thing that was not said of it. */
  readonly missing?: string
  /** Why a part could not be asked. */
  readonly incomplete?: Reason
}
