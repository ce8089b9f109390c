import { expect, test } from 'vitest'
import { newUser, useDatabase } from '../test/harness/database.ts'
import { redisUrl } from '../test/harness/redis.ts'
import { openAlarm, type Wakeup } from './queue.ts'

const database = useDatabase()

test('Redis wakes at the time, once for many wake-ups to the same time', async () => {
  const woken: Wakeup[] = []
  const log = { error: () => undefined, warn: () => undefined }
  const shared = { connection: database.db.connection, redisUrl: redisUrl(), log }
  const api = await openAlarm({ ...shared, onWake: null })
  const worker = await openAlarm({ ...shared, onWake: async (wakeup) => void woken.push(wakeup) })
  try {
    expect(await api.ping()).toBe(true)
    const { id: userId } = newUser()
    const now = new Date()
    const at = new Date(now.getTime() + 1_500)
    for (let n = 0; n < 5; n++) await api.wake(userId, at, now)
    await api.relay(0)
    const kinds = () => woken.map((wakeup) => wakeup.kind).filter((kind) => kind !== 'sweep')
    await expect.poll(kinds, { timeout: 1_000 }).toEqual(['relay'])
    await expect.poll(kinds, { timeout: 10_000 }).toEqual(['relay', 'due'])
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime() - 5)
    expect(woken).toContainEqual({ kind: 'due', userId, at: at.toISOString() })
  } finally {
    await worker.stop()
    await api.stop()
  }
}, 30_000)
