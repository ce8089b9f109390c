import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()
/** Runs one check at a time with a turn of the event loop before each, so that a thousand at once keep nobody waiting. */
export const inTurn = <T>(run: () => T): Promise<T> => {
  const next = last.then(() => setImmediate()).then(run)
  // What went wrong is its caller's; those behind it go on.
  last = next.then(
    () => undefined,
    () => undefined,
  )
  return next
}
