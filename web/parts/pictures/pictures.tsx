import type { Figures } from '../../../src/model/pictures/figures.ts'
import { BarTable } from './bar-table.tsx'
import { usePictureText } from './use-picture-text.ts'
import '../../styles/pictures.css'

/** Decades, artists and sources of a playlist or an archive; nothing where there is nothing to see. */
export function Pictures({ figures }: { readonly figures: Figures }) {
  const text = usePictureText()
  const { decades, undated, artists, others, sources } = figures
  const all = sources.reduce((sum, { tracks }) => sum + tracks, 0)
  const hasDecades = decades.length > 1
  if (artists.length < 2 && !hasDecades && sources.length < 2) return null
  return (
    <section className="glance" aria-labelledby="glance-title">
      <h2 id="glance-title">{text.title}</h2>
      <p className="soft">{text.legend}</p>
      <div className="glance-pictures">
        {hasDecades && (
          <div>
            <BarTable
              title={text.decades}
              bars={decades.map(({ of, tracks, kept }) => ({
                name: text.decade(of),
                amount: tracks,
                filled: kept,
                said: text.of(kept, tracks),
              }))}
            />
            {undated > 0 && <p className="soft">{text.undated(undated)}</p>}
          </div>
        )}
        {artists.length > 1 && (
          <BarTable title={text.artists} bars={barsOfArtists(artists, others, text)} />
        )}
        {sources.length > 0 && (
          <BarTable
            title={text.sources}
            bars={sources.map(({ of, tracks }) => ({
              name: of === 'library' ? text.own : of,
              amount: tracks,
              filled: tracks,
              said: text.share(tracks, all),
            }))}
          />
        )}
      </div>
    </section>
  )
}

function barsOfArtists(
  artists: Figures['artists'],
  others: Figures['others'],
  text: ReturnType<typeof usePictureText>,
) {
  const named = artists.map(({ of, tracks, kept }) => ({
    name: of,
    amount: tracks,
    filled: kept,
    said: text.of(kept, tracks),
  }))
  if (others.artists === 0) return named
  // All others together would make every bar beside theirs a dot: they are told, not drawn.
  const rest = { name: text.others(others.artists), amount: 0, filled: 0 }
  return [...named, { ...rest, said: text.of(others.kept, others.tracks) }]
}
