import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureCatalogue } from '../../src/app/tail/catalogue.ts'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import type { Recording } from '../../src/model/recording.ts'
import { SyntheticCatalogue } from '../catalogue/synthetic.ts'
import { popularityAt, published, rankOf } from './published.ts'

class PopularCatalogue extends SyntheticCatalogue {
  override recording(number: number): Recording {
    return { ...super.recording(number), popularity: popularityAt(rankOf(number, this.tracks)) }
  }
}

/** Builds a catalogue of so many tracks and goes through it as `songkeep tail --catalogue` does. */
export async function weighCatalogue(tracks: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'songkeep-tail-'))
  try {
    await buildCatalogue({ inputs: new PopularCatalogue(tracks).inputs(), out: folder })
    const start = performance.now()
    const tail = await measureCatalogue({ folder, archives: [] })
    const seconds = (performance.now() - start) / 1000
    const unknown = (tail.decades[0]?.tracks ?? 0) / tail.all.tracks
    return [
      `${tracks.toLocaleString('en')} tracks gone through in ${seconds.toFixed(1)} s, ${Math.round((seconds / tracks) * 1e9)} ns a track`,
      `popularity 0: ${(unknown * 100).toFixed(1)} % (published: at least 70 % hardly known); most popular: ${tail.next[0]?.plays}`,
      `expected at 50 and more: ${(published.popular * 100).toFixed(3)} %`,
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
