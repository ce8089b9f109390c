// What nutrition says unasked: a new medicine that does not go with what is taken, once and only while it holds.
import { describe, expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import type { Ctx } from '../../tools/contract.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import type { Nudge } from '../contract.ts'
import { health } from '../health/index.ts'
import { nutrition } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, nutrition, health)
const person = (more: Partial<User> = {}): User => newUser({ consents: ['health'], ...more })
const inCtx = <T>(user: User, act: (ctx: Ctx) => Promise<T>): Promise<T> =>
  database.db.withUser(user.id, (tx) => {
    const deps = { db: database.db, registry: createRegistry([nutrition, health]) }
    return act(createCtx(deps, tx, { user, now: NOW, origin: { channel: 'jobs', actor: 'code' } }, []))
  })
/** Hands the events of a run to the domain, as the delivery of events does. */
const deliver = async (user: User, run: ToolRun): Promise<void> => {
  for (const event of run.events)
    await inCtx(user, async (ctx) => {
      await nutrition.on?.[event.type]?.(ctx, event)
    })
}
const nudge = async (user: User): Promise<(Nudge & { said: string }) | null> => {
  const [rule] = nutrition.rules
  const found = await inCtx(user, async (ctx) => (await rule?.check(ctx)) ?? null)
  return found && { ...found, said: loadMessages(messageFolders()).render(found.text, { ...user, now: NOW }) }
}

describe('a new fact of the safety profile', () => {
  it('that does not go with what is taken is told with its findings, while it holds', async () => {
    const user = person()
    await tools.run(user, 'nutrition_log_supplement', { name: 'зверобой', amount: 300, unit: 'мг' })
    expect(await nudge(user)).toBeNull()
    const added = await tools.run<{ id: string }>(user, 'health_add_medication', { name: 'варфарин' })
    await deliver(user, added)
    const told = await nudge(user)
    expect(told).toMatchObject({ topic: 'nutrition.stack', cause: `nutrition.stack:${added.output.id}` })
    expect(told?.said).toMatch(/^Вы добавили в профиль «варфарин», а принимаете зверобой\./u)
    expect(told?.said).toContain('МНО')
    // Told of again, it is the same news.
    await deliver(user, added)
    expect((await nudge(user))?.cause).toBe(told?.cause)
    await tools.run(user, 'health_remove_safety_fact', { id: added.output.id })
    expect(await nudge(user)).toBeNull()
  })
  it('in English', async () => {
    const user = person({ locale: 'en-US' })
    await tools.run(user, 'nutrition_log_supplement', { name: 'licorice root', amount: 2, unit: 'g' })
    await deliver(user, await tools.run(user, 'health_add_condition', { name: 'hypertension' }))
    expect((await nudge(user))?.said).toMatch(/^You added “hypertension” to your profile, and you take licorice/u)
  })
  it.each([
    ['креатин', 'лоратадин'],
    ['магний', 'парацетамол'],
  ])('that changes nothing is not told: %s, %s', async (taken, medicine) => {
    const user = person()
    await tools.run(user, 'nutrition_log_supplement', { name: taken, amount: 100, unit: 'мг' })
    await deliver(user, await tools.run(user, 'health_add_medication', { name: medicine }))
    expect(await nudge(user)).toBeNull()
  })
  it('of somebody who takes nothing is not told', async () => {
    const user = person()
    await deliver(user, await tools.run(user, 'health_add_medication', { name: 'варфарин' }))
    expect(await nudge(user)).toBeNull()
  })
  it('is forgotten after some days', async () => {
    const user = person()
    await tools.run(user, 'nutrition_log_supplement', { name: 'зверобой', amount: 300, unit: 'мг' })
    await deliver(user, await tools.run(user, 'health_add_medication', { name: 'варфарин' }))
    await database.db.withUser(user.id, (tx) =>
      tx.query("update nutrition.stack_change set created_at = created_at - interval '4 days'"),
    )
    expect(await nudge(user)).toBeNull()
  })
})
