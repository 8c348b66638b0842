import type { HostRule } from '../../base/http/http.ts'

/** A host that a provider may reach. */
export interface ProviderHost extends HostRule {
  /** How it may be asked by somebody who does not say how to reach them, where its rules tell the two apart. */
  readonly withoutContact?: Pick<HostRule, 'pace' | 'perRun'>
}

/** The rules as they are for somebody who says how to reach them, or does not. */
export function chooseRules(
  hosts: readonly ProviderHost[],
  hasContact: boolean,
): readonly HostRule[] {
  return hosts.map(({ withoutContact, ...rule }) =>
    hasContact || !withoutContact ? rule : { ...rule, ...withoutContact },
  )
}
