// Writes made offline: sent again they create nothing twice, and a conflict loses neither side.
import { describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { KINDS, onRow, type Step } from './sync-kinds.ts'
import { useServer } from './use-server.ts'

const server = useServer()

interface Item {
  clientId: string
  status: 'ok' | 'duplicate' | 'conflict' | 'failed'
  output?: { id: string; amount: number; version: number }
  mine?: Record<string, unknown>
  current?: Record<string, unknown>
  currentVersion?: string
  error?: { code: string; detail: string }
}
interface Wanted {
  clientId: string
  tool: string
  input: Record<string, unknown>
  baseVersion?: string | number
}

const sync = async (user: TestUser, ...batch: Wanted[]): Promise<Item[]> => {
  const answer = await server.api<{ items: Item[] }>('/v1/sync', {
    method: 'POST',
    token: user.token,
    body: { batch },
    now: NOW,
  })
  expect(answer.status).toBe(200)
  return answer.body.items
}
const run = async <T>(user: TestUser, tool: string, body: unknown): Promise<T> =>
  (await server.api<{ output: T }>(`/v1/tools/${tool}`, { method: 'POST', token: user.token, body })).body.output
const amounts = async (user: TestUser): Promise<number[]> =>
  (await run<{ items: { amount: number }[] }>(user, 'finance_list_transactions', {})).items.map(({ amount }) => amount)
const spent = (amount: number): Wanted => ({
  clientId: newId(),
  tool: 'finance_add_transaction',
  input: { amount, payee: 'кофе' },
})

const WITH_HEALTH = { consents: { health: true } }
const offlineStep = ({ tool, input }: Step, baseVersion?: string | number): Wanted => ({
  clientId: newId(),
  tool,
  input,
  ...(baseVersion === undefined ? {} : { baseVersion }),
})
const statuses = (items: readonly Item[]): string[] => items.map(({ status }) => status)
const itemsOf = async <T>(user: TestUser, tool: string, input: object = {}): Promise<T[]> =>
  (await run<{ items: T[] }>(user, tool, input)).items

it('takes a batch once, in parts, in any repetition and at the same time', async () => {
  const user = await server.register()
  const batch = [spent(10_000), spent(20_000), spent(30_000)]
  expect((await sync(user, ...batch)).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
  const again = await sync(user, ...batch, spent(40_000))
  expect(again.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate', 'ok'])
  expect(again[0]?.output?.amount).toBe(10_000)
  const late = spent(50_000)
  const both = await Promise.all([sync(user, late), sync(user, late)])
  expect(
    both
      .flat()
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['duplicate', 'ok'])
  expect((await amounts(user)).sort((a, b) => a - b)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000])
})

it('reports a conflict, changes nothing and keeps both sides until the person decides', async () => {
  const user = await server.register()
  const row = await run<{ id: string; version: number }>(user, 'finance_add_transaction', { amount: 45_000 })
  await run(user, 'finance_update_transaction', { id: row.id, amount: 50_000 })
  const offline: Wanted = {
    clientId: newId(),
    tool: 'finance_update_transaction',
    input: { id: row.id, amount: 47_000 },
    baseVersion: String(row.version),
  }
  for (let time = 0; time < 2; time++) {
    const [conflict] = await sync(user, offline)
    expect(conflict).toMatchObject({ status: 'conflict', mine: { amount: 47_000 }, current: { amount: 50_000 } })
    expect(await amounts(user)).toEqual([50_000])
  }
  const open = await server.api<{ items: { clientId: string; input: unknown; currentRow: unknown }[] }>(
    '/v1/sync/conflicts',
    { token: user.token },
  )
  expect(open.body.items).toMatchObject([
    { clientId: offline.clientId, input: { amount: 47_000 }, currentRow: { amount: 50_000 } },
  ])
  const [seen] = await sync(user, offline)
  const [decided] = await sync(user, { ...offline, baseVersion: seen?.currentVersion ?? '' })
  expect(decided?.status).toBe('ok')
  expect(await amounts(user)).toEqual([47_000])
  const left = await server.api<{ items: unknown[] }>('/v1/sync/conflicts', { token: user.token })
  expect(left.body.items).toEqual([])
})

it('knows rows that were made in the same batch', async () => {
  const user = await server.register()
  const made = spent(10_000)
  const items = await sync(user, made, {
    clientId: newId(),
    tool: 'finance_update_transaction',
    input: { id: `client:${made.clientId}`, amount: 12_000 },
  })
  expect(items.map(({ status }) => status)).toEqual(['ok', 'ok'])
  expect(await amounts(user)).toEqual([12_000])
})

it('goes on after an item that cannot be done, and never erases', async () => {
  const user = await server.register()
  const items = await sync(
    user,
    { clientId: 'a', tool: 'finance_add_transaction', input: { amount: -5 } },
    { clientId: 'b', tool: 'no_such_tool', input: {} },
    { clientId: 'c', tool: 'account_delete', input: {} },
    { clientId: 'd', tool: 'finance_update_transaction', input: { id: 'client:nobody', amount: 5 } },
    { clientId: 'e', tool: 'finance_add_transaction', input: { amount: 70_000 } },
  )
  expect(items.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'failed', 'ok'])
  expect(items.map(({ error }) => error?.code)).toEqual(['invalid', 'not_found', 'refused', 'invalid', undefined])
  expect(await amounts(user)).toEqual([70_000])
  const [reused] = await sync(user, { clientId: 'e', tool: 'finance_add_transaction', input: { amount: 80_000 } })
  expect(reused?.status).toBe('conflict')
})

it('is nobody else’s', async () => {
  const [anna, boris] = [await server.register(), await server.register()]
  const made = spent(10_000)
  await sync(anna, made)
  const items = await sync(boris, made, {
    clientId: newId(),
    tool: 'finance_update_transaction',
    input: { id: `client:${made.clientId}`, amount: 1_000 },
  })
  expect(items.map(({ status }) => status)).toEqual(['ok', 'ok'])
  expect(await amounts(anna)).toEqual([10_000])
  expect(await amounts(boris)).toEqual([1_000])
})

describe.each(KINDS)('$row of $domain', ({ make, meanwhile, shows, offline }) => {
  it('is changed from the version that a device knew, and is a conflict from an older one', async () => {
    const user = await server.register(WITH_HEALTH)
    const { id, version } = await run<{ id: string; version: string | number }>(user, make.tool, make.input)
    expect(statuses(await sync(user, offlineStep(onRow(meanwhile, id), version)))).toEqual(['ok'])

    const late = offlineStep(onRow(offline, id), version)
    const [conflict] = await sync(user, late)
    expect(conflict).toMatchObject({ status: 'conflict', mine: late.input, current: { id, ...shows } })
    // The row as it is shown bears the very version that a device has to send.
    expect(String(conflict?.current?.['version'])).toBe(conflict?.currentVersion)
    expect(conflict?.currentVersion).not.toBe(String(version))

    const [again] = await sync(user, late)
    expect(again).toMatchObject({ status: 'conflict', currentVersion: conflict?.currentVersion })
    const chosen = { ...late, baseVersion: conflict?.current?.['version'] as string | number }
    const [decided] = await sync(user, chosen)
    // What cannot be done to the row as it is now fails with the reason; it is no conflict any more.
    expect(decided?.status).toBe(shows['status'] === 'healed' ? 'failed' : 'ok')
  })

  it('is given to one of two devices that change it at once', async () => {
    const user = await server.register(WITH_HEALTH)
    const { id, version } = await run<{ id: string; version: string | number }>(user, make.tool, make.input)
    const change = onRow(offline, id)
    const both = await Promise.all([sync(user, offlineStep(change, version)), sync(user, offlineStep(change, version))])
    expect(statuses(both.flat()).sort()).toEqual(['conflict', 'ok'])
  })
})

it('knows a reminder that was changed again after an undo', async () => {
  const user = await server.register(WITH_HEALTH)
  const at = '2026-03-18T18:00:00+03:00'
  const { id } = await run<{ id: string }>(user, 'reminders_set_reminder', { text: 'один', at })
  const second = await run<{ version: number }>(user, 'reminders_update_reminder', { id, text: 'два' })
  await run(user, 'account_undo_last', {})
  const third = await run<{ version: number }>(user, 'reminders_update_reminder', { id, text: 'три' })
  const late = { tool: 'reminders_update_reminder', input: { id, text: 'четыре' } }
  const [conflict] = await sync(user, offlineStep(late, second.version))
  expect(conflict).toMatchObject({ status: 'conflict', current: { text: 'три' } })
  expect(statuses(await sync(user, offlineStep(late, third.version)))).toEqual(['ok'])
})

it('takes rows made offline in every domain by the names the device gave them', async () => {
  const user = await server.register(WITH_HEALTH)
  const made = (name: string, tool: string, input: object): Wanted => ({ clientId: name, tool, input: { ...input } })
  const items = await sync(
    user,
    made('task', 'tasks_add_task', { title: 'Купить корм' }),
    made('next', 'tasks_add_task', { title: 'Покормить', after: ['client:task'] }),
    made('done', 'tasks_complete_task', { id: 'client:task' }),
    made('pet', 'home_add_pet', { name: 'Барсик', species: 'cat' }),
    made('care', 'home_log_pet_care', { petId: 'client:pet', kind: 'vet_visit' }),
    made('event', 'calendar_add_event', { title: 'Врач', start: '2026-03-20T10:00:00+03:00', durationMinutes: 30 }),
    made('moved', 'calendar_update_event', { id: 'client:event', shiftMinutes: 60 }),
    made('weight', 'health_log_metric', { kind: 'weight', value: 82 }),
    made('slip', 'health_update_entry', { id: 'client:weight', value: 81 }),
    made('run', 'workouts_log_workout', { sport: 'бег', durationMinutes: 30 }),
    made('longer', 'workouts_update_workout', { id: 'client:run', durationMinutes: 35 }),
    made('ring', 'reminders_set_reminder', { text: 'корм', at: '2026-03-18T18:00:00+03:00' }),
    made('off', 'reminders_cancel_reminder', { id: 'client:ring' }),
  )
  expect(items.filter(({ status }) => status !== 'ok')).toEqual([])
  expect(await itemsOf(user, 'tasks_list_tasks')).toMatchObject([{ title: 'Покормить', blockedBy: [] }])
  expect(await itemsOf(user, 'home_list_pet_care')).toMatchObject([{ petName: 'Барсик', kind: 'vet_visit' }])
  expect(await itemsOf(user, 'calendar_list_events')).toMatchObject([{ start: '2026-03-20T11:00:00+03:00' }])
  expect(await itemsOf(user, 'health_list_entries')).toMatchObject([{ metric: { value: 81 } }])
  expect(await itemsOf(user, 'workouts_list_workouts')).toMatchObject([{ durationMinutes: 35 }])
  expect(await itemsOf(user, 'reminders_list_reminders', { status: 'all' })).toMatchObject([{ status: 'cancelled' }])
})

const ADDITIONS: ((n: number) => Step)[] = [
  (n) => ({ tool: 'tasks_add_task', input: { title: `Задача ${n}` } }),
  (n) => ({ tool: 'finance_add_transaction', input: { amount: 1_000 + n } }),
  (n) => ({ tool: 'health_log_metric', input: { kind: 'water', value: 100 + n, unit: 'мл' } }),
  (n) => ({ tool: 'home_add_list_item', input: { item: `покупка ${n}` } }),
  (n) => ({ tool: 'reminders_set_reminder', input: { text: `дело ${n}`, at: '2026-03-20T18:00:00+03:00' } }),
]
const additions = (size: number): Wanted[] =>
  Array.from({ length: size }, (_, n) => ADDITIONS[n % ADDITIONS.length]?.(n)).flatMap((one) =>
    one ? [offlineStep(one)] : [],
  )
const rowsOf = async (user: TestUser): Promise<string[]> => [
  ...(await itemsOf<{ title: string }>(user, 'tasks_list_tasks', { limit: 200 })).map(({ title }) => title),
  ...(await itemsOf<{ item: string }>(user, 'home_list_items', { limit: 200 })).map(({ item }) => item),
  ...(await itemsOf<{ text: string }>(user, 'reminders_list_reminders', { limit: 200 })).map(({ text }) => text),
  ...(await itemsOf<{ amount: number }>(user, 'finance_list_transactions', { limit: 200 })).map(
    (one) => `${one.amount}`,
  ),
  ...(await itemsOf<{ metric: { value: number } }>(user, 'health_list_entries', { limit: 200 })).map(
    ({ metric }) => `${metric.value} мл`,
  ),
]

it('takes five hundred writes in one request', async () => {
  const user = await server.register(WITH_HEALTH)
  const batch = additions(500)
  const began = performance.now()
  expect(new Set(statuses(await sync(user, ...batch)))).toEqual(new Set(['ok']))
  const first = performance.now() - began
  expect(new Set(statuses(await sync(user, ...batch)))).toEqual(new Set(['duplicate']))
  const again = performance.now() - began - first
  console.info(`500 items in ${Math.round(first)} ms, sent again in ${Math.round(again)} ms`)
  const rows = await rowsOf(user)
  expect(rows.length).toBe(500)
  expect(new Set(rows).size).toBe(500)
}, 180_000)

it('loses nothing and repeats nothing when the server restarts in the middle of a batch', async () => {
  const user = await server.register(WITH_HEALTH)
  const batch = additions(500)
  const answered = sync(user, ...batch).then(
    () => 'whole',
    () => 'cut off',
  )
  while ((await itemsOf(user, 'tasks_list_tasks', { limit: 1 })).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 10))
  await server.restart()
  console.info(`the batch was ${await answered}`)
  const items = await sync(user, ...batch)
  expect(items.find(({ status }) => status !== 'ok' && status !== 'duplicate')).toBeUndefined()
  expect(items[0]?.status).toBe('duplicate')
  const rows = await rowsOf(user)
  expect(rows.length).toBe(500)
  expect(new Set(rows).size).toBe(500)
}, 180_000)
