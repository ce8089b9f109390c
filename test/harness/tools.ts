import type { Messages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { Db } from '../../db/contract.ts'
import { loadMessages } from '../../tools/catalog.ts'
import { type DomainEvent, needsConfirmation, type Origin } from '../../tools/contract.ts'
import { createCtx, parseInput } from '../../tools/execute.ts'
import { createRegistry, type Provider } from '../../tools/registry.ts'
import { NOW } from './database.ts'
import { messageFolders } from './selection.ts'

/** What a tool did. */
export interface ToolRun<Output = unknown> {
  tool: string
  input: unknown
  output: Output
  events: DomainEvent[]
  /** `say` in the person's language. */
  said: string
  /** Whether the tool would have been asked about first. */
  confirms: boolean
}

export interface ToolRunner {
  /** Runs a tool in a transaction of this person, as `tools/execute` would, without permit and audit. */
  run<Output = Record<string, never>>(user: User, tool: string, input: unknown, now?: Date): Promise<ToolRun<Output>>
  /** The question of a confirmation, in the person's language. */
  ask(user: User, tool: string, input: unknown, now?: Date): Promise<string>
  /** Takes a run back. */
  undo(user: User, run: ToolRun, now?: Date): Promise<void>
}

const ORIGIN: Origin = { channel: 'http', actor: 'person' }

/** Runs the tools of these domains directly. `database` is what `useDatabase()` gave. */
export const toolRunner = (database: { readonly db: Db }, ...domains: readonly Provider[]): ToolRunner => {
  const registry = createRegistry(domains)
  const messages: Messages = loadMessages(messageFolders())
  const deps = () => ({ db: database.db, registry })
  return {
    run: async <Output>(user: User, tool: string, given: unknown, now = NOW) => {
      const entry = registry.get(tool)
      const input = parseInput(entry, given)
      const events: DomainEvent[] = []
      const output = await database.db.withUser(user.id, async (tx) => {
        const ctx = createCtx(deps(), tx, { user, now, origin: ORIGIN }, events)
        return entry.tool.output.parse(await entry.tool.run(ctx, input))
      })
      const said = messages.render(entry.tool.say(output, input), { ...user, now })
      const confirms = needsConfirmation(entry.tool, input, user)
      return { tool, input, output: output as Output, events, said, confirms }
    },
    ask: async (user, tool, given, now = NOW) => {
      const entry = registry.get(tool)
      const input = parseInput(entry, given)
      const question = await database.db.withUser(user.id, (tx) =>
        entry.tool.summary(createCtx(deps(), tx, { user, now, origin: ORIGIN }, []), input),
      )
      return messages.render(question, { ...user, now })
    },
    undo: async (user, run, now = NOW) => {
      const { tool } = registry.get(run.tool)
      if (tool.risk !== 'write' || !tool.undo) throw new Error(`${run.tool} cannot be undone`)
      const { undo } = tool
      await database.db.withUser(user.id, (tx) =>
        undo(createCtx(deps(), tx, { user, now, origin: ORIGIN }, []), run.output, run.input),
      )
    },
  }
}
