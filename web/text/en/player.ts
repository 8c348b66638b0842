import type { SoundFault } from '../../parts/players/sound-fault.ts'
import { format, plural } from './format.ts'

const { duration } = format

const faults: Readonly<Record<SoundFault, string>> = {
  'no-device': 'This computer has no loudspeaker or headphones that the browser can find.',
  'not-allowed': 'The browser plays nothing by itself. Press play.',
  gone: 'The file is not there any more.',
  'logged-out': 'The password is asked for again: load the page anew.',
  lost: 'It cannot be reached at the moment. Try again in a moment.',
  unsupported: 'This browser cannot play files of this kind.',
  damaged: 'The browser cannot read this file: it may be damaged.',
  'not-here': 'It cannot be played here: it is gone, or the browser does not know its format.',
}

/** Of players; loaded with the first of them. */
export const player = {
  region: 'Player',
  playAll: 'Play all',
  playFromHere: 'Play the list from here',
  playFrom: (title: string) => `Play from ${title}`,
  play: 'Play',
  pause: 'Pause',
  previous: 'Previous track',
  next: 'Next track',
  close: 'Close the player',
  position: 'Position',
  positionOf: (position: number, length: number) =>
    `${duration(position * 1000)} of ${duration(length * 1000)}`,
  now: (title: string, artists: string) =>
    artists === '' ? `Now playing: ${title}` : `Now playing: ${title}, ${artists}`,
  place: (at: number, count: number) => `${format.count(at)} of ${format.count(count)}`,
  missing: (count: number) => `${plural(count, 'track is', 'tracks are')} not kept and left out.`,
  passedOver: (title: string, fault: SoundFault) => `Passed over “${title}”: ${faults[fault]}`,
  unheard: 'The browser finds no loudspeaker or headphones: it plays, and nobody hears it.',
  faults,
}
