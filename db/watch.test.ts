import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createWatch } from './watch.ts'

const compute = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

describe('the watch over a transaction', () => {
  it('tells statements, computing and waiting for something else apart', async () => {
    const watch = createWatch(60_000, () => undefined)
    watch.begun()
    const end = watch.statement()
    await pause(150)
    end()
    compute(150)
    const before = watch.timing()
    await pause(150)
    const after = watch.timing()
    watch.stop()
    expect(before.withoutStatement).toBeGreaterThanOrEqual(145)
    expect(before.waiting).toBeLessThan(50)
    expect(after.waiting).toBeGreaterThanOrEqual(100)
  })

  it('cuts a transaction that stays open, one statement that runs on, and a begin that is never answered', async () => {
    const cuts: [string, boolean][] = []
    const start = (name: string, limitMs: number) => createWatch(limitMs, (stuck) => cuts.push([name, stuck]))
    start('never begun', 20)
    start('open', 40).begun()
    const running = start('running', 60_000)
    running.begun()
    running.limitStatements(60)
    running.statement()
    const fine = start('fine', 60_000)
    fine.limitStatements(10)
    fine.begun()
    fine.statement()()
    await pause(150)
    fine.stop()
    expect(cuts).toEqual([
      ['never begun', true],
      ['open', false],
      ['running', true],
    ])
    expect([running.cut(), fine.cut()]).toEqual([true, false])
  })
})
