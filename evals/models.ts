import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { log } from '../core/log.ts'
import { start } from '../server.ts'
import type { Criterion } from './play.ts'
import type { Floor } from './report.ts'

/** A brain to prove, the real server it works in and what it must reach. */
export interface Contender {
  name: string
  criterion: Criterion
  externalModel: boolean
  floor: Floor
  /** Starts the server in an empty folder; `stop` leaves nothing behind. */
  serve(): Promise<{ url: string; stop(): Promise<void> }>
}

const serve = async (env: Record<string, string>): Promise<{ url: string; stop(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'zelenial-eval-'))
  log.level = 'error'
  const running = await start(
    {
      DATA_DIR: folder,
      PORT: '0',
      ZELENIAL_TEST_CLOCK: '1',
      AUTH_RATE_LIMIT: '10000',
      TURNS_PER_MINUTE: '10000',
      ...env,
    },
    log,
  )
  return {
    url: running.url,
    stop: async () => {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const contenders: readonly Contender[] = [
  {
    name: 'built-in',
    criterion: 'rows and words',
    externalModel: false,
    floor: { passRate: 0.9, wrongWriteRate: 0.01 },
    serve: () => serve({}),
  },
]
