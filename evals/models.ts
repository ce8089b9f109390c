import { startTestServer } from '../test/server.ts'
import type { Criterion } from './play.ts'
import type { Floor } from './report.ts'

/** A brain to prove, the real server it works in and what it must reach. */
export interface Contender {
  name: string
  criterion: Criterion
  externalModel: boolean
  floor: Floor
  /** Starts the server in an empty folder; `stop` leaves nothing behind. */
  serve(): Promise<{ readonly url: string; stop(): Promise<void> }>
}

/** Limits are about people, not about a run that plays hundreds of them. */
const UNLIMITED = { WRITES_PER_DAY: '100000', TOKENS_PER_DAY: '1000000000' }

export const contenders: readonly Contender[] = [
  {
    name: 'built-in',
    criterion: 'rows and words',
    externalModel: false,
    floor: { passRate: 0.9, wrongWriteRate: 0.01 },
    serve: () => startTestServer(UNLIMITED),
  },
]
