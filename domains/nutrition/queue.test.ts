// A thousand checks at once: all answered within 20 s, and nobody else waits for any of them.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { check } from './engine/check.ts'
import { knowledge } from './knowledge/index.ts'
import { inTurn } from './tools/queue.ts'

const CHECKS = 1_000
const MOST_MS = 20_000
const MOST_BLOCKED_MS = 20

/** Thirty items and fifteen medicines: more than anybody takes. */
const big = () => {
  const { substances, drugs } = knowledge().data
  return {
    items: substances
      .filter(({ kind }) => kind !== 'food')
      .slice(0, 30)
      .map(({ name }) => ({ name: name.ru, amount: 1, unit: 'мг' })),
    medications: drugs.slice(0, 15).map(({ inn }) => inn.ru),
    conditions: [],
    allergies: [],
    subject: { ageMonths: 40 * 12, sex: 'female' as const, pregnant: false, breastfeeding: false },
  }
}

it('a thousand big checks finish in time, and the event loop turns between them', async () => {
  const input = big()
  for (let i = 0; i < 50; i++) check(knowledge(), input)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // Of the processor, so that a busy machine is not taken for a blocked loop; the clock's own figure is printed beside it.
  const spent: number[] = []
  const measured = () => {
    const before = process.threadCpuUsage()
    const result = check(knowledge(), input)
    const { user, system } = process.threadCpuUsage(before)
    spent.push((user + system) / 1000)
    return result
  }
  const start = performance.now()
  const results = await Promise.all(Array.from({ length: CHECKS }, () => inTurn(measured)))
  const took = performance.now() - start
  delay.disable()
  const most = Math.max(...spent)
  console.log(
    `1,000 checks: ${Math.round(took)} ms; longest hold of the loop ${most.toFixed(1)} ms of processor, ${(delay.max / 1e6).toFixed(1)} ms by the clock`,
  )
  expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(took).toBeLessThan(MOST_MS)
  expect(most).toBeLessThan(MOST_BLOCKED_MS)
}, 60_000)

it('a check that fails leaves the ones behind it alone', async () => {
  const failed = inTurn(() => {
    throw new Error('broken')
  })
  const next = inTurn(() => 'done')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
