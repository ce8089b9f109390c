// Writes made offline: sent again they create nothing twice, and a conflict loses neither side.
import { expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()

interface Item {
  clientId: string
  status: 'ok' | 'duplicate' | 'conflict' | 'failed'
  output?: { id: string; amount: number; version: number }
  mine?: Record<string, unknown>
  current?: { amount: number }
  currentVersion?: string
  error?: { code: string; detail: string }
}
interface Wanted {
  clientId: string
  tool: string
  input: Record<string, unknown>
  baseVersion?: string
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
