import { type Pcm, perform } from './perform.ts'
import type { Score } from './score.ts'
import { cafeAmKanal } from './tunes/cafe-am-kanal.ts'
import { harbourLights } from './tunes/harbour-lights.ts'
import { lanterns } from './tunes/lanterns.ts'
import { nightFerry } from './tunes/night-ferry.ts'
import { nordlys } from './tunes/nordlys.ts'
import { paperBoats } from './tunes/paper-boats.ts'
import { sevenStepsDown } from './tunes/seven-steps-down.ts'
import { undertow } from './tunes/undertow.ts'

const tunes = {
  'harbour-lights': harbourLights,
  'paper-boats': paperBoats,
  undertow,
  nordlys,
  'cafe-am-kanal': cafeAmKanal,
  lanterns,
  'night-ferry': nightFerry,
  'seven-steps-down': sevenStepsDown,
} as const satisfies Readonly<Record<string, Score>>

export type TuneName = keyof typeof tunes

export const tuneNames = Object.keys(tunes) as readonly TuneName[]

/** A few seconds of music of the project's own (CC0), the same samples every time. */
export function composeTune(name: TuneName): Pcm {
  return perform(tunes[name])
}
