import type { Evidence, Match } from '../../../src/model/match.ts'
import { useText } from '../../text/text.ts'
import { fitScale, placeBar, type Scale, stepsOf } from './waterfall-scale.ts'

interface Props {
  readonly match: Pick<Match, 'evidence' | 'probability'>
  /** Where several are to be compared: one for all. */
  readonly scale?: Scale
}

/** What each field said, as bars that begin where the one before ended: the sum stands in the last row. */
export function Waterfall({
  match: { evidence, probability },
  scale = fitScale([evidence]),
}: Props) {
  const text = useText().evidence
  const steps = stepsOf(evidence)
  const sum = steps.at(-1)?.after ?? 0
  return (
    <table className="fall">
      <caption>
        {text.waterfall} <small>{text.howToRead}</small>
      </caption>
      <WaterfallHead />
      <tbody>
        {steps.map(({ evidence: one, before, after }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change places.
          <tr key={at}>
            <th scope="row">{text.fields[one.field] ?? one.field}</th>
            <td>
              <Compared evidence={one} />
            </td>
            <td className="bar">
              <WaterfallBar before={before} after={after} scale={scale} />
            </td>
            <td className="bits">{text.bits(one.weight)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.all}</th>
          <td>{text.likely(text.probability(probability))}</td>
          <td className="bar">
            <WaterfallBar before={0} after={sum} scale={scale} />
          </td>
          <td className="bits">{text.bits(sum)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function WaterfallHead() {
  const text = useText().evidence
  return (
    <thead>
      <tr>
        <th scope="col">{text.field}</th>
        <th scope="col">{text.compared}</th>
        <th scope="col" className="bar">
          <span className="sr">{text.drawn}</span>
        </th>
        <th scope="col" className="bits">
          {text.weight}
        </th>
      </tr>
    </thead>
  )
}

function Compared({ evidence }: { readonly evidence: Evidence }) {
  const text = useText().evidence
  const { level } = evidence
  // Nothing said is nothing to compare.
  const [left, right] = [evidence.left, evidence.right].map((value) =>
    value ? text.word(value) : undefined,
  )
  const value = left ?? right
  const differ = left !== undefined && right !== undefined && left !== right
  return (
    <>
      {value !== undefined && <bdi>{value}</bdi>}
      {differ && (
        <>
          {' '}
          <span className="vs">{text.against}</span> <bdi>{right}</bdi>
        </>
      )}{' '}
      <small>{text.word(level)}</small>
    </>
  )
}

interface WaterfallBarProps {
  readonly before: number
  readonly after: number
  readonly scale: Scale
}

function WaterfallBar({ before, after, scale }: WaterfallBarProps) {
  const { left, width, sign } = placeBar(before, after, scale)
  return (
    <svg aria-hidden="true">
      <rect className="zero" x={`${placeBar(0, 0, scale).left}%`} />
      <rect className={sign} x={`${left}%`} width={`${width}%`} />
    </svg>
  )
}
