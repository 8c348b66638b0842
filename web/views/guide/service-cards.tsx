import { guideServices, guideTitles } from '../../../src/words/guide.ts'
import { TextWithLinks } from '../../parts/guide/text-with-links.tsx'
import { useGuide } from '../../text/guide.ts'

/** A card for each other service: what works today, and what does not come along. */
export function ServiceCards() {
  const { services, others, notHere } = useGuide()
  return (
    <section aria-labelledby="guide-others">
      <h2 id="guide-others">{others}</h2>
      <div className="cards">
        {guideServices.map((service) =>
          service === 'spotify' ? null : (
            <article key={service} className="way" aria-labelledby={`card-${service}`}>
              <h3 id={`card-${service}`}>{guideTitles[service]}</h3>
              <ul>
                {services[service].ways.map((way) => (
                  <li key={way}>
                    <TextWithLinks text={way} />
                  </li>
                ))}
              </ul>
              <p className="soft">{services[service].lost}</p>
            </article>
          ),
        )}
      </div>
      <p>{notHere}</p>
    </section>
  )
}
