import { numeralValue } from './numerals.ts'

const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'book',
    /(?<!\p{L})(?:book|livre|buch|heft|cahier|libro|band|vol(?:ume)?)\.?\s+([ivx]+|\d+)(?![\p{L}\d])/u,
  ],
  ['act', /(?<!\p{L})(?:act|akt|acte|atto|acto)\.?\s+([ivx]+|\d+)(?![\p{L}\d])/u],
  ['scene', /(?<!\p{L})(?:scene|szene|scena|escena)\.?\s+([ivx]+|\d+)(?![\p{L}\d])/u],
  ['part', /(?<!\p{L})(?:part|teil|partie|parte)\.?\s+([ivx]+|\d+)(?![\p{L}\d])/u],
]

/** Which book, act, scene or part a plain title names. */
export function readVolumes(plain: string): ReadonlyMap<string, number> {
  const volumes = new Map<string, number>()
  for (const [kind, pattern] of KINDS) {
    const value = numeralValue(pattern.exec(plain)?.[1] ?? '')
    if (value !== undefined) volumes.set(kind, value)
  }
  return volumes
}
