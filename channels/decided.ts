import type { Sink, TurnEvent } from '../agent/contract.ts'

/**
 * Holds the first event of a turn that decides a confirmation until something happens in it: a decision that comes too
 * late is then answered as an error, not as a turn that breaks.
 */
export const onceDecided = (sink: Sink): Sink => {
  let held: TurnEvent | undefined
  return (event) => {
    if (event.type === 'turn') {
      held = event
      return
    }
    if (held) sink(held)
    held = undefined
    sink(event)
  }
}
