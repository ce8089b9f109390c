import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { log } from '../core/log.ts'
import type { User } from '../core/user.ts'
import { NOW, useDatabase } from '../test/harness/database.ts'
import { text } from './scripted.fixture.ts'
import { remove, useAgent } from './stage.fixture.ts'

const database = useDatabase()
const { one, dies, person, titles, addTasks } = useAgent(database)

describe('a confirmation', () => {
  it('asks, keeps its state, and acts on yes', async () => {
    const anna = person()
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    expect(asked.reply).toBe('Удалить задачу «Отчёт»?')
    expect(asked.pending?.actions.map((action) => action.tool)).toEqual(['tasks_delete_task'])
    expect(await titles(anna)).toEqual(['Отчёт'])
    expect(await one().saved()).toContain(asked.turnId)

    one().script.push(text(''))
    const done = await one().say(anna, 'да', { threadId: asked.threadId })
    expect(done.reply).toBe('Удалил задачу: Отчёт.')
    expect(done.pending).toBeNull()
    expect(done.turnId).not.toBe(asked.turnId)
    expect(await titles(anna)).toEqual([])
    expect(await one().saved()).not.toContain(asked.turnId)
  })

  it('no: nothing happens, and a second yes finds nothing to decide', async () => {
    const anna = person()
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    one().script.push(text(''))
    const done = await one().say(anna, 'нет', { threadId: asked.threadId })
    expect(done.tools.map((tool) => tool.status)).toEqual(['refused'])
    expect(await titles(anna)).toEqual(['Отчёт'])
    expect(await one().saved()).not.toContain(asked.turnId)
    const pendingId = asked.pending?.id ?? ''
    const actionId = asked.pending?.actions[0]?.id ?? ''
    await expect(
      one().agent.turn({
        userId: anna.id,
        channel: 'http',
        now: NOW,
        decisions: { pendingId, decisions: [{ actionId, decision: 'approve' }] },
      }),
    ).rejects.toMatchObject({ code: 'conflict', key: 'guardrails.pending_answered' })
    expect(await titles(anna)).toEqual(['Отчёт'])
  })

  it('some: only the named one runs, the others are rejected', async () => {
    const anna = person()
    const ids = await addTasks(anna, 'Альфа', 'Бета', 'Гамма')
    one().script.push(remove(...ids))
    const asked = await one().say(anna, 'удали все три')
    expect(asked.pending?.actions).toHaveLength(3)
    expect(asked.reply).toContain('2. Удалить задачу «Бета»?')
    one().script.push(text(''))
    const done = await one().say(anna, 'только вторую', { threadId: asked.threadId })
    expect(done.tools.filter((tool) => tool.status === 'ok')).toHaveLength(1)
    expect(await titles(anna)).toEqual(['Альфа', 'Гамма'])
  })

  it('one action decided by a channel, the rest stays open and is told again', async () => {
    const anna = person()
    const ids = await addTasks(anna, 'Альфа', 'Бета')
    one().script.push(remove(...ids))
    const asked = await one().say(anna, 'удали обе')
    const pendingId = asked.pending?.id ?? ''
    const [first, second] = asked.pending?.actions ?? []
    const decide = (actionId: string | undefined) =>
      one().agent.turn({
        userId: anna.id,
        channel: 'socket',
        now: NOW,
        decisions: { pendingId, decisions: [{ actionId: actionId ?? '', decision: 'approve' }] },
      })
    one().script.push(text(''))
    const half = await decide(first?.id)
    expect(half.pending?.actions.map((action) => action.id)).toEqual([second?.id])
    expect(await titles(anna)).toEqual(['Бета'])
    one().script.push(text(''))
    const rest = await decide(second?.id)
    expect(rest.pending).toBeNull()
    expect(await titles(anna)).toEqual([])
    expect(await one().saved()).not.toContain(asked.turnId)
  })

  it('survives the process, and its lost state', async () => {
    const anna = person()
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    const other = await one().another()
    await database.db.withUser(anna.id, (tx) => tx.query('select 1'))
    other.script.push(text(''))
    const done = await other.say(anna, 'да', { threadId: asked.threadId })
    expect(done.reply).toBe('Удалил задачу: Отчёт.')
    expect(await titles(anna)).toEqual([])
  })

  it('anything else is a new message and leaves it open', async () => {
    const anna = person()
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    one().script.push(text('Что ещё?'))
    const other = await one().say(anna, 'как дела', { threadId: asked.threadId })
    expect(other.pending?.id).toBe(asked.pending?.id)
    expect(await titles(anna)).toEqual(['Отчёт'])
  })

  it('property: each approved action runs once, whatever is approved, however often it is delivered', async () => {
    const choice = fc.constantFrom('approve' as const, 'reject' as const, 'leave' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 4 }), async (choices) => {
        const anna = person()
        const names = choices.map((_choice, index) => `Задача ${index}`)
        const ids = await addTasks(anna, ...names)
        one().script.push(remove(...ids))
        const asked = await one().say(anna, 'удали эти')
        const decisions = choices.flatMap((decision, index) => {
          const actionId = asked.pending?.actions[index]?.id
          return decision === 'leave' || !actionId ? [] : [{ actionId, decision }]
        })
        if (decisions.length > 0) {
          const pendingId = asked.pending?.id ?? ''
          const request = { userId: anna.id, channel: 'http' as const, now: NOW, decisions: { pendingId, decisions } }
          one().script.push(text(''), text(''))
          const sent = await Promise.allSettled([one().agent.turn(request), one().agent.turn(request)])
          one().script.length = 0
          expect(sent.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
        }
        expect(await titles(anna)).toEqual(names.filter((_name, index) => choices[index] !== 'approve'))
        const deletions = await database.db.withUser(anna.id, (tx) =>
          tx.query(`select 1 from tools.audit where tool = 'tasks_delete_task' and status = 'ok'`),
        )
        expect(deletions).toHaveLength(choices.filter((each) => each === 'approve').length)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('expires: a late yes deletes nothing', async () => {
    const anna = person()
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    one().script.push(text('Что сделать?'))
    const late = await one().say(anna, 'да', { threadId: asked.threadId, now: new Date(NOW.getTime() + 31 * 60_000) })
    expect(late.tools).toEqual([])
    expect(await titles(anna)).toEqual(['Отчёт'])
  })

  it('of another person is not found', async () => {
    const [anna, boris] = [person(), person()]
    const [id = ''] = await addTasks(anna, 'Отчёт')
    one().script.push(remove(id))
    const asked = await one().say(anna, 'удали отчёт')
    const pendingId = asked.pending?.id ?? ''
    const decisions = [{ actionId: asked.pending?.actions[0]?.id ?? '', decision: 'approve' as const }]
    await expect(
      one().agent.turn({ userId: boris.id, channel: 'http', now: NOW, decisions: { pendingId, decisions } }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(one().say(boris, 'да', { threadId: asked.threadId })).rejects.toMatchObject({ code: 'not_found' })
    expect(await titles(anna)).toEqual(['Отчёт'])
  })
})

describe('a process that dies with a confirmation', () => {
  const askedToDelete = async (user: User): Promise<{ threadId: string }> => {
    const [id = ''] = await addTasks(user, 'Отчёт')
    one().script.push(remove(id))
    return one().say(user, 'удали отчёт')
  }

  it('after the approved action ran: it is told as done, and is not done twice', async () => {
    const anna = person()
    const { threadId } = await askedToDelete(anna)
    const heir = await dies(anna, 'да', { threadId, clientMessageId: 'yes' })
    const lost = await heir.say(anna, 'да', { threadId, clientMessageId: 'yes' })
    expect(lost.reply).toContain('Удалил задачу: Отчёт.')
    expect(await titles(anna)).toEqual([])
  })

  it('before it ran: nothing is done, and the next yes does it once', async () => {
    const anna = person()
    const { threadId } = await askedToDelete(anna)
    const broken = await one().another({
      log: log.child({}, { level: 'silent' }),
      decide: () => {
        throw new Error('the process dies here')
      },
    })
    await expect(broken.say(anna, 'да', { threadId })).rejects.toThrow()
    expect(await titles(anna)).toEqual(['Отчёт'])
    one().script.push(text(''))
    const done = await one().say(anna, 'да', { threadId, now: new Date(NOW.getTime() + 60_000) })
    expect(done.reply).toContain('Удалил задачу: Отчёт.')
    expect(await titles(anna)).toEqual([])
  })
})
