import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { home } from './index.ts'
import type { Invite } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, home)
const ITEMS = 5_000
const CHORES = 500
const P95_MS = 100
const ROUNDS = 40

const p95 = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

it('answers in time with 5,000 list items and 500 chores in a shared household', async () => {
  const [anna, boris] = [newUser({ consents: ['household'] }), newUser({ consents: ['household'] })]
  const { code } = (await tools.run<Invite>(anna, 'home_create_invite', {})).output
  const { output } = await tools.run<Invite>(anna, 'home_create_invite', {})
  await tools.run(boris, 'home_join_household', { code })
  // Rows of somebody else: what the index has to leave aside.
  const stranger = newUser()
  for (const [who, space] of [
    [stranger, stranger.id],
    [anna, output.householdId],
  ] as const)
    await database.db.withUser(who.id, (tx) =>
      tx.query(
        `insert into home.list_item (id, space_id, user_id, version, list, list_key, item, item_key, words, unit_key,
           checked_at, created_at, updated_at)
         select gen_random_uuid(), $1, $2, 1, 'shopping', 'shopping', 'вещь ' || n, 'вещ ' || n, array['вещ', n::text],
           '', case when n % 2 = 0 then $3::timestamptz end, $3, $3 from generate_series(1, $4::int) n`,
        [space, who.id, NOW, ITEMS],
      ),
    )
  await database.db.withUser(anna.id, async (tx) => {
    await tx.query(
      `insert into home.chore (id, space_id, user_id, version, title, title_key, words, every_days, starts_on,
         next_due_on, created_at, updated_at)
       select gen_random_uuid(), $1, $2, 1, 'дело ' || n, 'дел ' || n, array['дел', n::text], 7, '2026-03-01',
         date '2026-03-01' + n % 60, $3, $3 from generate_series(1, $4::int) n`,
      [output.householdId, anna.id, NOW, CHORES],
    )
  })
  const figures: Record<string, number> = {}
  const measured = async (tool: string, input: (round: number) => object, from: number): Promise<number> => {
    const times: number[] = []
    for (let round = from; round < from + ROUNDS; round += 1) {
      const start = performance.now()
      await tools.run(round % 2 ? anna : boris, tool, input(round))
      times.push(performance.now() - start)
    }
    return p95(times)
  }
  // Other work on the machine may spoil a series: the best of three counts, a slow statement spoils all of them.
  const measure = async (name: string, tool: string, input: (round: number) => object): Promise<void> => {
    let best = Number.POSITIVE_INFINITY
    for (let series = 0; series < 3 && best >= P95_MS; series += 1)
      best = Math.min(best, await measured(tool, input, series * ROUNDS))
    figures[name] = Math.round(best)
  }
  await measure('list', 'home_list_items', () => ({}))
  await measure('search', 'home_list_items', (round) => ({ query: `вещь 4${round}` }))
  await measure('add', 'home_add_list_item', (round) => ({ item: `новая ${round}` }))
  await measure('add again', 'home_add_list_item', () => ({ item: 'молоко', quantity: 1 }))
  await measure('check', 'home_check_list_item', (round) => ({ item: `вещь ${round * 2 + 1}` }))
  await measure('chores', 'home_list_chores', () => ({}))
  await measure('complete', 'home_complete_chore', (round) => ({ title: `дело ${round + 1}` }))
  for (const [name, ms] of Object.entries(figures)) expect(ms, name).toBeLessThan(P95_MS)
  const nudge = performance.now()
  await database.db.withUser(anna.id, async (tx) => home.rules[0]?.check({ user: anna, now: NOW, tx } as never))
  expect(performance.now() - nudge).toBeLessThan(P95_MS)
  if (process.env['FIGURES']) console.info(JSON.stringify(figures))
}, 60_000)
