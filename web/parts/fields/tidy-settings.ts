import type { Settings } from '../../../src/api/contract.ts'

/** The settings as they are kept for the next time: what is empty is not there. */
export function tidySettings(settings: Settings): Settings {
  const { into = '', names = '', contact = '', ...rest } = settings
  return {
    ...rest,
    into: into.trim() === '' ? undefined : into.trim(),
    names: names.trim() === '' ? undefined : names.trim(),
    contact: contact.trim() === '' ? undefined : contact.trim(),
  }
}
