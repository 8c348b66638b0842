import type { PlaylistChange } from '../../../src/api/contract.ts'

export type ChangeKind = PlaylistChange['lines'][number]['kind']

/** Every kind in the order in which it is told, and a sign that needs no colour. */
export const changeSigns: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  moved: '↕',
  changed: '~',
  withdrawn: '⊘',
  returned: '↺',
}

export const changeKinds = Object.keys(changeSigns) as readonly ChangeKind[]
