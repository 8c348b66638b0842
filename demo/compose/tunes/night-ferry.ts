import { kick, shaker, snare } from '../drums.ts'
import { beat, broken, line } from '../notation.ts'
import { synthPluck } from '../plucked.ts'
import type { Score } from '../score.ts'
import { electricPiano } from '../struck.ts'
import { strings3 } from '../sustained.ts'

/** Sixteenths in A minor over four chords, and the engine below. */
export const nightFerry: Score = {
  title: 'Night Ferry',
  beatsPerMinute: 118,
  tail: 1.5,
  parts: [
    {
      instrument: synthPluck,
      gain: 0.2,
      pan: -0.35,
      room: 0.35,
      notes: broken(
        ['A3+E4+A4+C5', 'F3+C4+A4+C5', 'C4+G4+C5+E5', 'G3+D4+B4+D5'],
        '1234321334324312',
        0.25,
        0.5,
      ),
    },
    {
      instrument: synthPluck,
      gain: 0.34,
      pan: 0,
      room: 0.05,
      notes: broken(['A1+A2', 'F1+F2', 'C2+C3', 'G1+G2'], '11211121', 0.5, 0.6),
    },
    {
      instrument: strings3,
      gain: 0.09,
      pan: 0.2,
      room: 0.6,
      notes: line('A3+C4+E4:4 | A3+C4+F4:4 | G3+C4+E4:4 | G3+B3+D4:4', 0.5),
    },
    {
      instrument: electricPiano,
      gain: 0.26,
      pan: 0.35,
      room: 0.5,
      notes: line(
        'E5:1.5 D5:.5 C5:1 A4:1 | C5:1.5 D5:.5 C5:.5 A4:1.5 | G4:1 C5:.5 D5:.5 E5:1 G5:1 | D5:2.5 B4:.5 D5:1',
        0.7,
      ),
    },
    { instrument: kick, gain: 0.45, pan: 0, room: 0.04, notes: beat('xxxx', 1, 4, 0.8) },
    { instrument: snare, gain: 0.24, pan: 0.05, room: 0.3, notes: beat('.x.x', 1, 4, 0.7) },
    { instrument: shaker, gain: 0.28, pan: -0.2, room: 0.1, notes: beat('.ox.ox.o', 0.25, 8, 0.7) },
  ],
}
