// Starts the server and stops it. What it is made of is joined in compose.ts, which is loaded only once the cache is on.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Running, start as startAll } from './compose.ts'

// Two thousand modules are stripped of types and compiled once, not at every start. A folder that cannot be written only
// means that the next start is as slow as this one.
enableCompileCache(fileURLToPath(new URL('node_modules/.cache/compiled/', import.meta.url)))

export type { Running }

/** Starts everything that `env` asks for. Throws an AppError that names what is wrong. */
export const start = async (...given: Parameters<typeof startAll>): Promise<Running> =>
  (await import('./compose.ts')).start(...given)

/**
 * Loading leaves twice as much memory behind as is then in use, and V8 gives none of it back to the system by itself. What
 * was compiled is kept: the first requests need it.
 */
const releaseMemory = (): void => {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--no-flush-bytecode')
  const collect = runInNewContext('gc') as NodeJS.GCFunction
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  setFlagsFromString('--flush-bytecode')
}

const main = async (): Promise<void> => {
  try {
    const running = await start(process.env)
    process.stdout.write(`Zelenial on ${running.url}\n`)
    setImmediate(() => {
      flushCompileCache()
      releaseMemory()
    })
    let stopping = false
    const stop = (): void => {
      if (stopping) return
      stopping = true
      running.stop().then(
        () => process.exit(0),
        async (error: unknown) => {
          const { log } = await import('./core/log.ts')
          log.error({ err: error }, 'could not stop cleanly')
          process.exit(1)
        },
      )
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  } catch (error) {
    const { explainStartFailure } = await import('./db/index.ts')
    process.stderr.write(`${explainStartFailure(error)}\n`)
    process.exit(1)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
