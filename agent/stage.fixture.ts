import type { AIMessage } from '@langchain/core/messages'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { User } from '../core/user.ts'
import { newUser, type useDatabase } from '../test/harness/database.ts'
import { calls, type Scripted, scriptedAgent, text } from './scripted.fixture.ts'

const TOOLS = ['tasks_add_task', 'tasks_list_tasks', 'tasks_delete_task', 'finance_add_transaction']

/** An agent over a scripted model for the tests of one file, with people who have tasks. */
export const useAgent = (database: ReturnType<typeof useDatabase>) => {
  const users = new Map<string, User>()
  const scripted: { one?: Scripted } = {}
  const one = (): Scripted => {
    if (!scripted.one) throw new Error('the agent is made before the first test')
    return scripted.one
  }
  beforeAll(async () => {
    scripted.one = await scriptedAgent(database, users, TOOLS)
  })
  afterAll(() => one().close())
  beforeEach(() => {
    one().script.length = 0
    one().seen.length = 0
  })

  const person = (overrides: Partial<User> = {}): User => {
    const user = newUser(overrides)
    users.set(user.id, user)
    return user
  }
  /** Titles of a person's open tasks. */
  const titles = async (user: User): Promise<string[]> =>
    (
      await database.db.withUser(user.id, (tx) =>
        tx.query<{ title: string }>(`select title from tasks.task where status = 'open' order by title`),
      )
    ).map((row) => row.title)
  const addTask = async (user: User, title: string): Promise<string> => {
    one().script.push(calls({ name: 'tasks_add_task', args: { title } }), text(''))
    const done = await one().say(user, `добавь задачу ${title}`)
    const [added] = done.tools as { output?: { id: string } }[]
    if (!added?.output) throw new Error('no task was added')
    return added.output.id
  }
  const addTasks = async (user: User, ...names: string[]): Promise<string[]> => {
    const ids: string[] = []
    for (const name of names) ids.push(await addTask(user, name))
    return ids
  }
  /** A process that dies in a turn: its model gives these answers and then none. Another process, a minute later. */
  const dies = async (
    user: User,
    message: string,
    more: { threadId: string; clientMessageId: string },
    ...answers: Scripted['script']
  ): Promise<Scripted> => {
    const dying = await one().another()
    await new Promise<void>((resolve) => {
      dying.script.push(...answers, () => {
        resolve()
        return new Promise<AIMessage>(() => {})
      })
      void dying.say(user, message, more)
    })
    const heir = await one().another()
    heir.advance(60_000)
    return heir
  }
  return { one, dies, person, titles, addTask, addTasks }
}

/** A model that wants these tasks deleted. */
export const remove = (...ids: string[]) => calls(...ids.map((id) => ({ name: 'tasks_delete_task', args: { id } })))
