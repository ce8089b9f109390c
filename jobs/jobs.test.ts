import { describe, expect, test } from 'vitest'
import { AppError } from '../core/errors.ts'
import { log } from '../core/log.ts'
import type { User } from '../core/user.ts'
import type { Db } from '../db/contract.ts'
import { appendEvents, openDatabase } from '../db/index.ts'
import type { Domain, Rule } from '../domains/contract.ts'
import { reminders } from '../domains/reminders/index.ts'
import { copyDatabase, NOW, newUser, useDatabase } from '../test/harness/database.ts'
import { messageFolders } from '../test/harness/selection.ts'
import { toolRunner } from '../test/harness/tools.ts'
import { loadMessages } from '../tools/catalog.ts'
import { createRegistry } from '../tools/registry.ts'
import { nextDueOf } from './deliver.ts'
import { type DeliveryDeps, deliverDue, dismiss, listInbox, markRead, snooze, tick } from './index.ts'
import { relayAll } from './relay.ts'

const database = useDatabase()
const tools = toolRunner(database, reminders)
const messages = loadMessages(messageFolders())
const quiet = { error: () => undefined, warn: () => undefined }

const depsFor = (people: User[], domains: Partial<Domain>[] = [], db: Db = database.db): DeliveryDeps => ({
  db,
  registry: createRegistry([reminders]),
  messages,
  domains: domains.map((domain) => ({ id: 'probe', rules: [], ...domain })),
  findUser: async (_tx, userId) => people.find((user) => user.id === userId) ?? null,
  log: quiet,
})
const set = async (user: User, input: Record<string, unknown>): Promise<string> =>
  (await tools.run<{ id: string }>(user, 'reminders_set_reminder', input)).output.id
const at = (text: string): Date => new Date(`2026-03-${text}:00+03:00`)
const textsOf = ({ sent }: { sent: { text: string }[] }): string[] => sent.map(({ text }) => text)
const inboxOf = (user: User, page: { limit?: number; cursor?: string } = {}) =>
  database.db.withUser(user.id, (tx) => listInbox(tx, page, user))

describe('tick', () => {
  test('tells what is due once, in time order, and nothing the second time', async () => {
    const user = newUser()
    const second = await set(user, { text: 'второе', at: '2026-03-18T12:00:00+03:00' })
    await set(user, { text: 'первое', at: '2026-03-18T11:58:00+03:00' })
    await set(user, { text: 'не сейчас', at: '2026-03-18T12:00:01+03:00' })
    const { sent } = await tick(depsFor([user]), user.id, at('18T12:00'))
    expect(sent).toMatchObject([
      { channel: 'inbox', kind: 'reminders.reminder', text: 'Напоминаю: первое.' },
      {
        text: 'Напоминаю: второе.',
        cause: `reminders.reminder:${second}:2026-03-18T09:00:00.000Z`,
      },
    ])
    expect(await tick(depsFor([user]), user.id, at('18T12:00'))).toEqual({ sent: [] })
    expect((await inboxOf(user)).items.map((item) => item.text)).toEqual(['Напоминаю: второе.', 'Напоминаю: первое.'])
  })
  test('two workers at once tell each thing once', async () => {
    const user = newUser()
    for (let n = 0; n < 12; n++) await set(user, { text: `дело ${n}`, at: `2026-03-18T11:${10 + n}:00+03:00` })
    const both = await Promise.all([1, 2, 3].map(() => deliverDue(depsFor([user]), user.id, at('18T12:00'))))
    expect(both.flat()).toHaveLength(12)
    expect((await inboxOf(user)).items).toHaveLength(12)
  })
  test('more than one batch is told in one go', async () => {
    const user = newUser()
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => set(user, { text: `дело ${n}`, at: '2026-03-18T11:00:00+03:00' })),
    )
    expect((await tick(depsFor([user]), user.id, at('18T12:00'))).sent).toHaveLength(60)
  })
  test('catches up: a few one by one, many as one that says how many', async () => {
    const user = newUser()
    await set(user, { text: 'таблетки', rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
    expect(textsOf(await tick(depsFor([user]), user.id, at('19T22:00')))).toEqual([
      'Напоминание на вчера в 21:00: таблетки.',
      'Напоминание на сегодня в 21:00: таблетки.',
    ])
    expect(textsOf(await tick(depsFor([user]), user.id, at('25T09:00')))).toEqual([
      'Напоминание на вчера в 21:00: таблетки. До этого пропущено 4 таких же.',
    ])
  })
  test('keeps the hour of a person over a change of clocks, in their language', async () => {
    const user = newUser({ locale: 'en-GB', timeZone: 'Europe/Belgrade' })
    await set(user, { text: 'stretch', rrule: 'FREQ=DAILY', startsAt: '2026-03-28T09:00:00+01:00' })
    await tick(depsFor([user]), user.id, new Date('2026-03-28T12:00:00+01:00'))
    const early = await tick(depsFor([user]), user.id, new Date('2026-03-29T08:59:00+02:00'))
    expect(early.sent).toEqual([])
    const due = await tick(depsFor([user]), user.id, new Date('2026-03-29T09:00:00+02:00'))
    expect(textsOf(due)).toEqual(['Reminder: stretch.'])
  })
  test('a snoozed and a cancelled reminder', async () => {
    const user = newUser()
    const id = await set(user, { text: 'чай', at: '2026-03-18T11:00:00+03:00' })
    const other = await set(user, { text: 'кофе', at: '2026-03-18T11:00:00+03:00' })
    await tools.run(user, 'reminders_cancel_reminder', { id: other })
    expect(textsOf(await tick(depsFor([user]), user.id, at('18T11:00')))).toEqual(['Напоминаю: чай.'])
    await tools.run(user, 'reminders_snooze_reminder', { id, minutes: 10 }, at('18T11:01'))
    expect((await tick(depsFor([user]), user.id, at('18T11:10'))).sent).toEqual([])
    expect(textsOf(await tick(depsFor([user]), user.id, at('18T11:11')))).toEqual(['Напоминаю: чай.'])
    expect(await nextDueOf(depsFor([user]), user.id)).toBeNull()
  })
  test('what fails half-way is told whole the next time', async () => {
    const user = newUser()
    await set(user, { text: 'раз', at: '2026-03-18T11:00:00+03:00' })
    await set(user, { text: 'два', at: '2026-03-18T11:01:00+03:00' })
    let told = 0
    const broken: DeliveryDeps = {
      ...depsFor([user]),
      messages: {
        render: (message: Parameters<typeof messages.render>[0], reader: Parameters<typeof messages.render>[1]) => {
          told += 1
          if (told === 2) throw new AppError('internal', 'core.internal')
          return messages.render(message, reader)
        },
      } as typeof messages,
    }
    await expect(tick(broken, user.id, at('18T12:00'))).rejects.toThrow()
    expect((await inboxOf(user)).items).toEqual([])
    expect((await tick(depsFor([user]), user.id, at('18T12:00'))).sent).toHaveLength(2)
  })
  test('nobody is told what belongs to another, or after they are gone', async () => {
    const [user, other] = [newUser(), newUser()]
    await set(user, { text: 'моё', at: '2026-03-18T11:00:00+03:00' })
    expect((await tick(depsFor([user, other]), other.id, at('18T12:00'))).sent).toEqual([])
    expect((await tick(depsFor([]), user.id, at('18T12:00'))).sent).toEqual([])
    expect((await tick(depsFor([user]), user.id, at('18T12:00'))).sent).toHaveLength(1)
  })
  test('a restart loses nothing and repeats nothing', async () => {
    const copy = await copyDatabase()
    const user = newUser()
    const open = () => openDatabase({ DATABASE_URL: undefined, ...copy.env }, log)
    let db = await open()
    try {
      const input = { text: 'после сна', at: '2026-03-18T11:00:00+03:00' }
      await toolRunner({ db }, reminders).run(user, 'reminders_set_reminder', input)
      await db.close()
      db = await open()
      expect(textsOf(await tick(depsFor([user], [], db), user.id, at('18T11:00')))).toEqual(['Напоминаю: после сна.'])
      await db.close()
      db = await open()
      expect((await tick(depsFor([user], [], db), user.id, at('18T23:00'))).sent).toEqual([])
    } finally {
      await db.close()
      await copy.remove()
    }
  }, 60_000)
})

describe('the inbox', () => {
  const full = async (count: number): Promise<User> => {
    const user = newUser()
    for (let n = 0; n < count; n++) await set(user, { text: `№${n}`, at: `2026-03-18T11:0${n}:00+03:00` })
    await tick(depsFor([user]), user.id, at('18T11:10'))
    return user
  }
  const inside = <T>(user: User, fn: (tx: Parameters<typeof markRead>[0]) => Promise<T>): Promise<T> =>
    database.db.withUser(user.id, fn)

  test('comes in pages, the latest first', async () => {
    const user = await full(5)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page: Awaited<ReturnType<typeof inboxOf>> = await inboxOf(user, { limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((item) => item.text.match(/№\d/)?.[0] ?? ''))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['№4', '№3', '№2', '№1', '№0'])
    await expect(inboxOf(user, { cursor: 'нет' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(inboxOf(user, { limit: 0 })).rejects.toMatchObject({ code: 'invalid' })
  })
  test('is read, put off and dismissed', async () => {
    const user = await full(2)
    const [late, early] = (await inboxOf(user)).items
    if (!late || !early) throw new Error('two items are expected')
    const read = await inside(user, (tx) => markRead(tx, late.id, user, at('18T12:00')))
    expect(read.readAt).toBe('2026-03-18T12:00:00+03:00')
    expect(late.ref?.domain).toBe('reminders')
    const off = await inside(user, (tx) => snooze(tx, late.id, { minutes: 30 }, user, at('18T12:00')))
    expect(off.snoozedUntil).toBe('2026-03-18T12:30:00+03:00')
    expect(await nextDueOf(depsFor([user]), user.id)).toEqual(at('18T12:30'))
    await inside(user, (tx) => dismiss(tx, early.id, user, at('18T12:00')))
    expect((await inboxOf(user)).items).toEqual([])
    const { sent } = await tick(depsFor([user]), user.id, at('18T12:30'))
    expect(sent).toMatchObject([{ kind: 'reminders.reminder', cause: `${late.cause}#1` }])
    expect((await tick(depsFor([user]), user.id, at('18T12:30'))).sent).toEqual([])
    expect((await inboxOf(user)).items).toMatchObject([{ id: late.id, readAt: null, snoozedUntil: null }])
  })
  test('refuses bad input and the items of others', async () => {
    const [user, other] = [await full(1), newUser()]
    const [item] = (await inboxOf(user)).items
    if (!item) throw new Error('an item is expected')
    expect((await inboxOf(other)).items).toEqual([])
    for (const change of [markRead, dismiss])
      await expect(inside(other, (tx) => change(tx, item.id, other, NOW))).rejects.toMatchObject({ code: 'not_found' })
    await expect(inside(other, (tx) => snooze(tx, item.id, {}, other, NOW))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(inside(user, (tx) => markRead(tx, 'x', user, NOW))).rejects.toMatchObject({ code: 'not_found' })
    for (const bad of [{ minutes: 0 }, { minutes: Number.NaN }, { until: NOW }, { minutes: 5, until: at('19T09:00') }])
      await expect(inside(user, async (tx) => snooze(tx, item.id, bad, user, NOW))).rejects.toMatchObject({
        code: 'invalid',
      })
  })
})

describe('proactive rules', () => {
  const rule = (id: string, cause = 'once', run: () => void = () => undefined): Rule => ({
    id,
    check: async (ctx) => {
      run()
      ctx.emit({ type: 'probe.checked', payload: { by: ctx.user.id } })
      return { topic: id, cause: `${id}:${cause}`, text: { key: 'reminders.none' } }
    },
  })
  const wants = () => newUser({ consents: ['proactive'] })

  test('speak only to people who agreed, once per cause', async () => {
    const [silent, open] = [newUser(), wants()]
    const deps = depsFor([silent, open], [{ rules: [rule('finance.budget')] }])
    expect((await tick(deps, silent.id, at('18T12:00'))).sent).toEqual([])
    expect((await tick(deps, open.id, at('18T12:00'))).sent).toEqual([
      { channel: 'inbox', kind: 'finance.budget', text: 'Напоминаний нет.', cause: 'finance.budget:once' },
    ])
    expect((await tick(deps, open.id, at('18T12:00'))).sent).toEqual([])
    expect((await tick(deps, open.id, at('19T12:00'))).sent).toEqual([])
    expect(await nextDueOf(deps, open.id)).toEqual(at('19T13:00'))
    const withdrawn = depsFor([{ ...open, consents: [] }], [{ rules: [rule('finance.budget', 'again')] }])
    expect((await tick(withdrawn, open.id, at('20T12:00'))).sent).toEqual([])
    expect(await nextDueOf(deps, open.id)).toBeNull()
  })
  test('keep to muted topics, chosen hours and quiet hours', async () => {
    const user = wants()
    const deps = depsFor([user], [{ rules: [rule('health.sleep'), rule('finance.budget')] }])
    await tools.run(user, 'reminders_set_topic', { topic: 'health', enabled: false })
    const window = { start: '15:00', end: '16:00' }
    await tools.run(user, 'reminders_set_topic', { topic: 'finance', enabled: true, window })
    const kinds = async (time: string) => (await tick(deps, user.id, at(time))).sent.map((one) => one.kind)
    expect(await kinds('18T12:00')).toEqual([])
    expect(await kinds('18T15:30')).toEqual(['finance.budget'])
    await tools.run(user, 'reminders_set_topic', { topic: 'health', enabled: true })
    expect(await kinds('18T23:30')).toEqual([])
    expect(await kinds('19T08:00')).toEqual(['health.sleep'])
  })
  test('one that fails does not silence the others', async () => {
    const user = wants()
    const broken = rule('calendar', 'once', () => {
      throw new Error('broken')
    })
    const deps = depsFor([user], [{ rules: [broken, rule('tasks')] }])
    expect((await tick(deps, user.id, at('18T12:00'))).sent.map((one) => one.kind)).toEqual(['tasks'])
  })
  test('write events that are delivered in the same tick', async () => {
    const user = wants()
    const heard: unknown[] = []
    const on = { 'probe.checked': async (_ctx: unknown, event: { payload: unknown }) => void heard.push(event.payload) }
    await tick(depsFor([user], [{ rules: [rule('tasks')], on }]), user.id, at('18T12:00'))
    expect(heard).toEqual([{ by: user.id }])
  })
})

describe('the relay', () => {
  const emit = (user: User, type: string, now = NOW) =>
    database.db.withUser(user.id, (tx) => appendEvents(tx, user.id, [{ type, payload: { n: 1 } }], now))

  test('delivers an event once to every domain that listens, chains included', async () => {
    const user = newUser()
    const heard: string[] = []
    const first: Partial<Domain> = {
      on: {
        'probe.one': async (ctx, event) => {
          heard.push(`first ${event.type} ${ctx.user.id === user.id}`)
          ctx.emit({ type: 'probe.two', payload: {} })
        },
      },
    }
    const second: Partial<Domain> = {
      on: {
        'probe.one': async () => void heard.push('second'),
        'probe.two': async () => void heard.push('chained'),
      },
    }
    const deps = depsFor([user], [first, second])
    await emit(user, 'probe.one')
    await Promise.all([relayAll(deps, NOW), relayAll(deps, NOW)])
    await relayAll(deps, NOW)
    expect(heard).toEqual(['first probe.one true', 'second', 'chained'])
  })
  test('rolls a failed handler back, tries again later, and keeps what never works', async () => {
    const user = newUser()
    let tries = 0
    const on = {
      'probe.fails': async (ctx: { emit(event: { type: string; payload: Record<string, unknown> }): void }) => {
        tries += 1
        ctx.emit({ type: 'probe.never', payload: {} })
        throw new Error('not yet')
      },
      'probe.never': async () => {
        throw new Error('an event of a failed handler was delivered')
      },
    }
    const deps = depsFor([user], [{ on }])
    await emit(user, 'probe.fails')
    const first = await relayAll(deps, NOW)
    expect([first.failed, first.people.has(user.id), tries]).toEqual([true, false, 1])
    await relayAll(deps, new Date(NOW.getTime() + 1_000))
    expect(tries).toBe(1)
    for (let hour = 1; hour <= 20; hour++) await relayAll(deps, new Date(NOW.getTime() + hour * 3_600_000))
    expect(tries).toBe(10)
    const left = await database.db.withUser(user.id, (tx) =>
      tx.query('select type from db.outbox where user_id = $1 and failed_at is not null', [user.id]),
    )
    expect(left).toEqual([{ type: 'probe.fails' }])
  })
})
