import { guideTitles, type SpotifyWay, wayFacts } from '../../../src/words/guide.ts'
import { TextWithLinks } from '../../parts/guide/text-with-links.tsx'
import { useGuide } from '../../text/guide.ts'

/** The ways out of Spotify, side by side where there is room, and each step by step. */
export function SpotifyWays({ ways }: { readonly ways: readonly SpotifyWay[] }) {
  const { spotify } = useGuide()
  return (
    <section aria-labelledby="guide-spotify">
      <h2 id="guide-spotify">{guideTitles.spotify}</h2>
      <p>{spotify.lead}</p>
      <div className="ways">
        {ways.map((way) => (
          <Way key={way} way={way} />
        ))}
      </div>
      <p className="soft">{spotify.isrc}</p>
      {ways.map((way) => (
        <Steps key={way} way={way} />
      ))}
      <p className="soft">{spotify.link}</p>
    </section>
  )
}

function Way({ way }: { readonly way: SpotifyWay }) {
  const { spotify } = useGuide()
  const { title, forWhom, facts } = spotify.ways[way]
  return (
    <article className="way" aria-labelledby={`way-${way}`}>
      <h3 id={`way-${way}`}>{title}</h3>
      <p>{forWhom}</p>
      <dl>
        {wayFacts.map((fact) => (
          <div key={fact}>
            <dt>{spotify.facts[fact]}</dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function Steps({ way }: { readonly way: SpotifyWay }) {
  const { spotify } = useGuide()
  const { title, steps, last } = spotify.ways[way]
  return (
    <details className="steps">
      <summary>{spotify.stepByStep(title)}</summary>
      <ol>
        {[...steps, last.page].map((step) => (
          <li key={step}>
            <TextWithLinks text={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}
