// Delivery of what is due. Postgres is the truth: rows are locked, told and moved on in one transaction.
import type { Message } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import {
  type Delivery,
  deliver,
  earliestNext,
  lockDue,
  type Reminder,
  saveReminder,
} from '../domains/reminders/index.ts'
import type { DeliveryDeps, Notice, Sent } from './contract.ts'
import { relayAll } from './relay.ts'
import { bringBack, earliestOwn, insertNotices, lockReturning } from './repository.ts'
import { runRules } from './rules.ts'

/** Reminders handled in one transaction: short ones let chats through in between. */
const BATCH = 50
/** Told this much after its time, a reminder says what time it was meant for. */
const LATE_MS = 5 * 60_000

/** Everything of this person that is due by `at`: reminders and put-off items in time order, then proactive rules. */
export const deliverDue = async (deps: DeliveryDeps, userId: string, at: Instant): Promise<Sent[]> => {
  const sent: Sent[] = []
  for (;;) {
    const batch = await deps.db.withUser(userId, (tx) => deliverBatch(deps, tx, userId, at))
    if (!batch) return sent
    sent.push(...batch.sent)
    if (batch.taken < BATCH) break
  }
  sent.push(...(await runRules(deps, userId, at)))
  return sent
}

/** All that would have happened by itself up to `at`; running it again at the same `at` finds nothing to do. */
export const tick = async (deps: DeliveryDeps, userId: string, at: Instant): Promise<{ sent: Sent[] }> => {
  await relayAll(deps, at)
  const sent = await deliverDue(deps, userId, at)
  // Rules may have written events of their own.
  await relayAll(deps, at)
  return { sent }
}

/** When something is due for this person next, whatever it is. */
export const nextDueOf = (deps: Pick<DeliveryDeps, 'db'>, userId: string): Promise<Instant | null> =>
  deps.db.withUser(userId, async (tx) => {
    const times = [await earliestNext(tx), await earliestOwn(tx)].filter((time) => time !== null)
    return times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  })

interface Due {
  at: Instant
  tell(): Promise<Sent[]>
}

const deliverBatch = async (
  deps: DeliveryDeps,
  tx: Tx,
  userId: string,
  at: Instant,
): Promise<{ sent: Sent[]; taken: number } | null> => {
  const rows = await lockDue(tx, at, BATCH)
  const user = await deps.findUser(tx, userId)
  if (!user) return null
  const reader = { locale: user.locale, timeZone: user.timeZone, now: at }
  const due: Due[] = []
  for (const row of rows) {
    const { deliveries, row: after } = deliver(row, user.quietHours, at)
    for (const delivery of deliveries) {
      const notice = noticeOf(row, delivery, at)
      const text = deps.messages.render(notice.message, reader)
      due.push({ at: delivery.dueAt, tell: () => insertNotices(tx, userId, [{ ...notice, text }], at) })
    }
    await saveReminder(tx, after)
  }
  due.push(...(await returning(deps, tx, user, at)))
  due.sort((a, b) => a.at.getTime() - b.at.getTime())
  const sent: Sent[] = []
  for (const item of due) sent.push(...(await item.tell()))
  return { sent, taken: rows.length }
}

const returning = async (deps: DeliveryDeps, tx: Tx, user: User, at: Instant): Promise<Due[]> => {
  const reader = { locale: user.locale, timeZone: user.timeZone, now: at }
  return (await lockReturning(tx, at)).map((item) => ({
    at: item.snoozedUntil,
    tell: async () => {
      const text = deps.messages.render(item.message, reader)
      await bringBack(tx, item.id, text, at)
      return [{ channel: 'inbox', kind: item.kind, text, cause: `${item.cause}#${item.returned + 1}` }]
    },
  }))
}

const noticeOf = (row: Reminder, { dueAt, missed }: Delivery, at: Instant): Notice => ({
  kind: 'reminders.reminder',
  cause: `reminders.reminder:${row.id}:${dueAt.toISOString()}`,
  message: wordsOf(row, dueAt, missed, at),
  ref: { domain: 'reminders', id: row.id },
  dueAt,
})

const wordsOf = (row: Reminder, dueAt: Instant, missed: number, at: Instant): Message => {
  const params = { text: row.text, at: { instant: dueAt.toISOString() } }
  if (missed > 0) return { key: 'reminders.due_missed', params: { ...params, missed } }
  return at.getTime() - dueAt.getTime() < LATE_MS
    ? { key: 'reminders.due', params: { text: row.text } }
    : { key: 'reminders.due_late', params }
}
