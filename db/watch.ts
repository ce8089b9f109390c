/** How long a transaction held the database, in milliseconds. */
export interface TransactionTiming {
  all: number
  /** Of that, the time in which none of its statements ran. */
  withoutStatement: number
  /** Of that in turn, the time in which this process had nothing to compute either: it waited for something else. */
  waiting: number
}

/** Follows one transaction: measures it, and cuts it when it stays open for too long. */
export interface Watch {
  /** The database has answered the `begin`: from now on this transaction holds it. */
  begun(): void
  /** A statement starts; the function returned is called at its end. Statements may overlap in the client. */
  statement(): () => void
  limitStatements(milliseconds: number): void
  timing(): TransactionTiming
  /** True once the connection was taken away. */
  cut(): boolean
  stop(): void
}

/** `onCut` is told whether the database itself must be stuck: a statement that runs on, or a `begin` never answered. */
export const createWatch = (limitMs: number, onCut: (stuck: boolean) => void): Watch => {
  let startedAt = performance.now()
  let loopAtStart = performance.eventLoopUtilization()
  let statementLimitMs = Number.POSITIVE_INFINITY
  let hasBegun = false
  let wasCut = false
  let running = 0
  let busySince = 0
  let busy = 0
  let statementTimer: NodeJS.Timeout | undefined
  const stop = (): void => {
    clearTimeout(openTimer)
    clearTimeout(statementTimer)
  }
  const cutNow = (stuck: boolean): void => {
    wasCut = true
    stop()
    onCut(stuck)
  }
  const openTimer = setTimeout(() => cutNow(!hasBegun), limitMs)
  return {
    begun: () => {
      hasBegun = true
      startedAt = performance.now()
      loopAtStart = performance.eventLoopUtilization()
    },
    statement: () => {
      running += 1
      if (running === 1) {
        busySince = performance.now()
        if (Number.isFinite(statementLimitMs)) statementTimer = setTimeout(() => cutNow(true), statementLimitMs)
      }
      return () => {
        running -= 1
        if (running > 0) return
        clearTimeout(statementTimer)
        busy += performance.now() - busySince
      }
    },
    limitStatements: (milliseconds) => {
      statementLimitMs = milliseconds
    },
    timing: () => {
      const all = performance.now() - startedAt
      const { idle } = performance.eventLoopUtilization(loopAtStart)
      return { all, withoutStatement: Math.max(0, all - busy), waiting: Math.max(0, idle - busy) }
    },
    cut: () => wasCut,
    stop,
  }
}
