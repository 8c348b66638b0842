import type { Probe } from '../../provider.ts'

/** A melody that a program has made up: nobody knows it, and the answer says so. */
export const acoustIdProbe: Probe = {
  question: {
    kind: 'recognise',
    query: {
      fingerprint:
        'AQAAK2J2ReIw5aCOeiuiJ9CF71mR7g_OE9eNlyhzuOKDzufxpMiRXHhy4voyPEl-vEIvHs0XXPTx3MhZNAoZaOwe_MmFJ1bQF0etDleKModjF12JmA_xJMPT4zqD5jP6AwCgwAwQYAAiSggAvGfSECEUkAYoJJDyAgDAlCfcISgYkFIA',
      durationMs: 8000,
    },
  },
  fields: { '/v2/lookup': ['status', 'results'] },
  mayFindNothing: true,
}
