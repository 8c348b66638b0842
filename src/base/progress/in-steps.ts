/** How often at most something is told of one stage of the work. */
const MAX_STEPS = 200

/**
 * Tells how far the work is by its share, and not by each thing that is done: about two hundred times at most, however
 * much there is. While nobody knows how much there is, it tells whenever a tenth more has been done.
 */
export function inSteps(
  tell: (done: number, total: number | undefined) => void,
): (done: number, total: number | undefined) => void {
  let told = 0
  let toldTotal: number | undefined
  let isFirst = true
  return (done, total) => {
    const step = total === undefined ? told / 10 : total / MAX_STEPS
    const isNew = isFirst || total !== toldTotal || done < told
    const isLast = done === total && done !== told
    if (!isNew && !isLast && done - told < Math.max(1, step)) return
    isFirst = false
    told = done
    toldTotal = total
    tell(done, total)
  }
}
