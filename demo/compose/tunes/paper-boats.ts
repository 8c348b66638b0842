import { brush, shaker } from '../drums.ts'
import { beat, broken, line, rolled } from '../notation.ts'
import { uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { electricPiano, glockenspiel } from '../struck.ts'

/** A lullaby in G, six to the bar. A beat is a quaver. */
export const paperBoats: Score = {
  title: 'Paper Boats',
  beatsPerMinute: 312,
  tail: 1.5,
  parts: [
    {
      instrument: electricPiano,
      gain: 0.3,
      pan: -0.25,
      room: 0.3,
      notes: [
        ...broken(
          [
            'G3+B3+D4+F#4',
            'E3+B3+D4+G4',
            'C3+G3+B3+E4',
            'D3+A3+C4+F#4',
            'B2+F#3+B3+D4',
            'C3+G3+B3+E4',
            'D3+G3+C4+D4',
          ],
          '123432',
          1,
          0.55,
        ),
        ...rolled('G2+D3+B3+F#4+A4', 42, 6, 0.6),
      ],
    },
    {
      instrument: glockenspiel,
      gain: 0.3,
      pan: 0.35,
      room: 0.5,
      notes: line(
        'D6:2 B5:1 D6:2 G6:1 | F#6:3 E6:3 | G5:1 A5:1 B5:1 E6:3 | D6:3 A5:3 | B5:2 D6:1 F#6:3 | E6:2 D6:1 B5:3 | A5:2 B5:1 A5:3 | G5:6',
        0.6,
      ),
    },
    {
      instrument: uprightBass,
      gain: 0.32,
      pan: 0.05,
      room: 0.08,
      notes: line(
        'G2:5 D2:1 | E2:5 B1:1 | C2:6 | D2:5 C2:1 | B1:6 | C2:6 | D2:3 D2:3 | G2:6',
        0.55,
      ),
    },
    { instrument: brush, gain: 0.4, pan: 0.15, room: 0.25, notes: beat('...x..', 1, 7, 0.5) },
    { instrument: shaker, gain: 0.22, pan: -0.5, room: 0.15, notes: beat('o.xo.x', 1, 7, 0.6) },
  ],
}
