import { performance } from 'node:perf_hooks'

/** Pieces of text that arrive within this time leave together: a token a time costs more than it is worth. */
const JOIN_MS = 20
/** What ends a sentence must not wait: the reader of the sink passes whole sentences on. */
const SENTENCE_END = /[.!?…\n]/u

export interface TextJoiner {
  /** Text that has arrived; it leaves at the latest after `JOIN_MS`. */
  add(text: string): void
  /** Everything read at once has been added: now is the time to hand over what is due. */
  settle(): void
  /** Hands over what is left; throws what the sink threw. */
  end(): void
  /** Forgets what is left; it never leaves. */
  drop(): void
  /** Whether any text has left. */
  readonly handedOver: boolean
}

export const createTextJoiner = (sink: (text: string) => void): TextJoiner => {
  let waiting = ''
  let lastAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let handedOver = false
  let thrown: unknown

  const stopTimer = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  const flush = (): void => {
    stopTimer()
    if (waiting === '') return
    const text = waiting
    waiting = ''
    lastAt = performance.now()
    handedOver = true
    sink(text)
  }
  const flushLater = (): void => {
    try {
      flush()
    } catch (error) {
      // Nobody above a timer could catch it.
      thrown = error
    }
  }
  return {
    add(text) {
      waiting += text
    },
    settle() {
      if (waiting === '') return
      const left = lastAt + JOIN_MS - performance.now()
      if (left <= 0 || SENTENCE_END.test(waiting)) flush()
      else timer ??= setTimeout(flushLater, left)
    },
    end() {
      if (thrown !== undefined) throw thrown
      flush()
    },
    drop() {
      stopTimer()
      waiting = ''
    },
    get handedOver() {
      return handedOver
    },
  }
}
