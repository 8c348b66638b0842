import type { CommonWords } from '../words.ts'

export const doctor: CommonWords['doctor'] = {
  Node: 'Node',
  Processors: 'Prozessoren',
  Encoder: 'Encoder',
  Memory: 'Speicher',
  Network: 'Netz',
  Key: 'Schlüssel',
  Contact: 'Kontakt',
  Login: 'Anmeldung',
  Copies: 'Kopien',
  Operation: 'Betrieb',
}
