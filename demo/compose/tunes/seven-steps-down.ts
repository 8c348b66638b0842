import { kick, shaker, snare } from '../drums.ts'
import { beat, line } from '../notation.ts'
import { guitar, uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { electricPiano } from '../struck.ts'

/** Seven quavers to the bar, two and two and three, in E Dorian. A beat is a quaver. */
export const sevenStepsDown: Score = {
  title: 'Seven Steps Down',
  beatsPerMinute: 236,
  tail: 1.4,
  parts: [
    {
      instrument: electricPiano,
      gain: 0.26,
      pan: -0.3,
      room: 0.25,
      notes: line(
        'G3+B3+D4:2 G3+B3+D4:2 F#3+A3+C#4:3 | G3+B3+E4:2 F#3+A3+D4:2 E3+G3+C#4:3 | G3+B3+D4:2 G3+B3+D4:2 A3+C#4+E4:3 | F#3+A3+C#4:2 E3+A3+C#4:2 D3+F#3+B3:3 | G3+B3+D4+F#4:7',
        0.6,
      ),
    },
    {
      instrument: guitar,
      gain: 0.55,
      pan: 0.35,
      room: 0.25,
      notes: line(
        'B4:1 D5:1 E5:2 C#5:1 B4:1 A4:1 | G4:2 A4:1 B4:1 C#5:3 | E5:1 F#5:1 G5:2 F#5:1 E5:1 C#5:1 | D5:1 C#5:1 B4:1 A4:1 G4:1 F#4:1 D4:1 | E4:7',
        0.75,
      ),
    },
    {
      instrument: uprightBass,
      gain: 0.36,
      pan: 0,
      room: 0.06,
      notes: line(
        'E2:2 E2:1 D2:1 F#2:2 A1:1 | E2:2 D2:2 C#2:3 | E2:2 E2:1 D2:1 A1:3 | F#1:2 A1:2 B1:3 | E1:7',
        0.7,
      ),
    },
    { instrument: kick, gain: 0.4, pan: 0, room: 0.08, notes: beat('x...x..', 1, 4, 0.8) },
    { instrument: snare, gain: 0.3, pan: -0.1, room: 0.25, notes: beat('..x..xo', 1, 4, 0.6) },
    { instrument: shaker, gain: 0.3, pan: 0.5, room: 0.15, notes: beat('xoxoxxo', 1, 4, 0.7) },
  ],
}
