import { describe, expect, it } from 'vitest'
import { log } from '../core/log.ts'
import { NOW, newUser, onServer, useDatabase } from '../test/harness/database.ts'
import { openDatabase } from './index.ts'
import { appendEvents, type OutboxEvent, relayDue } from './outbox.ts'

const database = useDatabase()
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds)
const put = (userId: string, count: number): Promise<void> =>
  database.db.withUser(userId, (tx) =>
    appendEvents(
      tx,
      userId,
      Array.from({ length: count }, (_, n) => ({ type: 'test.happened', payload: { n } })),
      NOW,
    ),
  )
const drain = async (now = NOW): Promise<OutboxEvent[]> => {
  const seen: OutboxEvent[] = []
  while ((await relayDue(database.db, async (_, event) => void seen.push(event), { now })) > 0);
  return seen
}

describe('the outbox', () => {
  it('delivers in order, with the payload, as the person, and then is empty', async () => {
    const anna = newUser()
    await put(anna.id, 3)
    const seen: unknown[] = []
    const delivered = await relayDue(
      database.db,
      async (tx, event) => {
        const [who] = await tx.query<{ id: string }>(`select current_setting('app.user_id') as id`)
        seen.push([who?.id, event.userId, event.type, event.payload, event.createdAt])
      },
      { now: NOW },
    )
    expect(delivered).toBe(3)
    expect(seen).toEqual([0, 1, 2].map((n) => [anna.id, anna.id, 'test.happened', { n }, NOW]))
    expect(await drain()).toEqual([])
  })

  it('keeps nothing of a transaction that rolled back', async () => {
    const anna = newUser()
    await database.db
      .withUser(anna.id, async (tx) => {
        await appendEvents(tx, anna.id, [{ type: 'test.never', payload: {} }], NOW)
        throw new Error('changed my mind')
      })
      .catch(() => undefined)
    expect(await drain()).toEqual([])
  })

  it('waits until an event is due', async () => {
    const anna = newUser()
    await database.db.withUser(anna.id, (tx) =>
      appendEvents(tx, anna.id, [{ type: 'test.later', payload: {} }], later(60_000)),
    )
    expect(await drain()).toEqual([])
    expect(await drain(later(60_000))).toHaveLength(1)
  })

  it('delivers each event exactly once to four relays at work together', async () => {
    const people = Array.from({ length: 5 }, () => newUser())
    for (const person of people) await put(person.id, 20)
    // On a server the relays are in processes of their own.
    const { DATABASE_URL } = { DATABASE_URL: database.db.connection.connectionString }
    const other = onServer() ? await openDatabase({ DATA_DIR: '', DATABASE_URL }, log) : database.db
    const seen: number[] = []
    const relay = async (db: typeof other): Promise<number> => {
      let delivered = 0
      for (;;) {
        const now = await relayDue(db, async (_, event) => void seen.push(event.id), { now: NOW, limit: 30 })
        if (now === 0) return delivered
        delivered += now
      }
    }
    const counts = await Promise.all([database.db, other, database.db, other].map(relay))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100)
    expect(new Set(seen).size).toBe(100)
    expect(seen).toHaveLength(100)
    if (other !== database.db) await other.close()
  })

  it('tries again later what failed, with growing pauses, and stops after ten attempts', async () => {
    const anna = newUser()
    await put(anna.id, 1)
    const finals: boolean[] = []
    const fail = (now: Date) =>
      relayDue(
        database.db,
        async (tx) => {
          await appendEvents(tx, anna.id, [{ type: 'test.half', payload: {} }], NOW)
          throw new Error('not today')
        },
        { now, onFailure: (_event, _error, final) => finals.push(final) },
      )
    await fail(NOW)
    await fail(later(4_999))
    expect(finals).toHaveLength(1)
    let now = later(5_000)
    for (let attempt = 2; attempt <= 12; attempt += 1) {
      await fail(now)
      now = new Date(now.getTime() + 3_600_000)
    }
    expect(finals).toEqual([...Array(9).fill(false), true])
    // Nothing of the failed attempts stayed, and the event itself was not thrown away.
    const rows = await database.db.withUser(anna.id, (tx) => tx.query('select type, attempts from db.outbox'))
    expect(rows).toEqual([{ type: 'test.happened', attempts: 10 }])
  })

  it('one failing event does not hold up the others', async () => {
    const [anna, boris] = [newUser(), newUser()]
    await put(anna.id, 1)
    await put(boris.id, 1)
    const handled: string[] = []
    const handle = async (_: unknown, event: OutboxEvent): Promise<void> => {
      if (event.userId === anna.id) throw new Error('not hers')
      handled.push(event.userId)
    }
    expect(await relayDue(database.db, handle, { now: NOW })).toBe(1)
    expect(handled).toEqual([boris.id])
  })
})
