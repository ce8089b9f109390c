import type { Day, Minute, Movable, Span } from './types.ts'

/** Arithmetic of spans, and the grid a day lies on. */

/** Sorted, joined where they touch, empty ones gone. */
export const joined = (spans: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else found.push({ ...span })
  }
  return found
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Whether one of the joined spans holds all of it. */
export const within = (spans: readonly Span[], from: Minute, to: Minute): boolean =>
  spans.some((span) => span.from <= from && to <= span.to)

/** A thing with the ways to and from it. */
export const withTravel = (span: Span, travel: { before: number; after: number } | undefined): Span => ({
  from: span.from - (travel?.before ?? 0),
  to: span.to + (travel?.after ?? 0),
})

const minutesOf = (item: Movable): number[] => [
  item.minutes,
  item.leastPiece ?? 0,
  item.travel?.before ?? 0,
  item.travel?.after ?? 0,
]

/** 15 minutes where all lengths, events and limits allow it, else 5. */
export const gridOf = (day: Day): 5 | 15 => {
  const spans = [
    day.span,
    ...day.sleep,
    ...day.working,
    ...day.fixed.map((one) => withTravel({ from: one.start, to: one.end }, one.travel)),
    ...day.movable.flatMap((item) => (item.pinned ? [withTravel(item.pinned, item.travel)] : [])),
  ]
  const numbers = [...spans.flatMap(({ from, to }) => [from, to]), ...day.movable.flatMap(minutesOf)]
  return numbers.every((number) => number % 15 === 0) ? 15 : 5
}
