import { kick, shaker } from '../drums.ts'
import { beat, broken, line, rolled } from '../notation.ts'
import { guitar, uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { strings3 } from '../sustained.ts'

/** B minor, a guitar that will not stop, and the strings pulling the other way. */
export const undertow: Score = {
  title: 'Undertow',
  beatsPerMinute: 104,
  tail: 1.8,
  parts: [
    {
      instrument: guitar,
      gain: 0.66,
      pan: 0.4,
      room: 0.3,
      notes: [
        ...broken(
          ['B2+F#3+B3+D4', 'G2+D3+B3+D4', 'E3+G3+B3+E4', 'F#2+C#3+A#3+E4'],
          '13243243',
          0.5,
          0.6,
        ),
        ...rolled('B2+F#3+B3+D4+F#4', 16, 2, 0.6),
      ],
    },
    {
      instrument: strings3,
      gain: 0.14,
      pan: -0.3,
      room: 0.6,
      notes: [
        ...line('B3+F#4:4 | B3+G4:4 | B3+G4:4 | A#3+F#4:4 | B3+D4:2', 0.5),
        ...line('_:2 D5:1 C#5:1 | B4:3 D5:1 | E5:2 F#5:1 G5:1 | F#5:3 E5:1 | D5:2', 0.75),
      ],
    },
    {
      instrument: uprightBass,
      gain: 0.32,
      pan: 0,
      room: 0.06,
      notes: line('B1:3 F#2:1 | G1:3 D2:1 | E2:2 B1:2 | F#1:3 A#1:1 | B1:2', 0.65),
    },
    { instrument: kick, gain: 0.4, pan: 0, room: 0.1, notes: beat('x..o.... ', 0.5, 4, 0.7) },
    { instrument: shaker, gain: 0.24, pan: -0.4, room: 0.2, notes: beat('..x...xo', 0.5, 4, 0.7) },
  ],
}
