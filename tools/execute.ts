import { AppError, asAppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Message } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import { appendEvents } from '../db/outbox.ts'
import { type CallKey, findAudit, insertAudit, type NewAudit, noteAudit } from './audit.ts'
import type { Alarm, Ctx, DomainEvent, Origin, Risk, SafetyFact } from './contract.ts'
import { argsHash } from './hash.ts'
import type { Permit } from './permit.ts'
import type { Entry, Registry } from './registry.ts'

export interface ExecuteDeps {
  db: Db
  registry: Registry
  /** Called after a commit that left events in the outbox. */
  onEvents?: (userId: string, now: Instant) => void
}

export interface Call {
  tool: string
  input: unknown
  user: User
  now: Instant
  origin: Origin
  permit: Permit
  key?: CallKey
  /** The row must still be of this version; otherwise `conflict` with key `tools.changed_elsewhere`. */
  expects?: { id: string; version: string }
}

export interface Result {
  output: unknown
  /** What may be told to the person, made from the committed row. */
  said: Message
  /** Set when the result is an emergency: it is said before `said`. */
  alarm: Alarm | null
  /** True when this very call ran before and its first result is returned. */
  replayed: boolean
}

const RANK: Record<Risk, number> = { read: 0, write: 1, outward: 2, irreversible: 3 }

class Replay extends Error {}

/**
 * The only way to run a tool: parse → permit → one transaction as this person with the audit row and the events in it →
 * commit. A repeated key returns the first result; the same key with other arguments is a `conflict`.
 */
export const execute = async (deps: ExecuteDeps, call: Call): Promise<Result> => {
  const entry = deps.registry.get(call.tool)
  const hash = argsHash(call.tool, call.input)
  if (!call.permit.covers(call.tool, hash)) throw new AppError('refused', 'tools.no_permit', { tool: call.tool })
  const input = parseInput(entry, call.input)
  const keyed = Boolean(call.key?.idempotencyKey || (call.key?.turnId && call.key.callId))
  if (keyed && entry.tool.risk !== 'read') {
    const before = await previous(deps, call, hash, entry, input, false)
    if (before) return before
  }
  const events: DomainEvent[] = []
  try {
    const run = async (tx: Tx): Promise<unknown> => {
      const id = newId()
      const result = await runInside(deps, tx, entry, input, call, events, id)
      if ('leavesNoTrace' in entry.tool && entry.tool.leavesNoTrace) return result
      const row: NewAudit = {
        id,
        userId: call.user.id,
        key: call.key ?? {},
        parentId: null,
        tool: call.tool,
        risk: entry.tool.risk,
        origin: call.origin,
        args: call.input,
        argsHash: hash,
        output: entry.tool.risk === 'read' ? null : withoutSecrets(entry, result),
        status: 'ok',
        error: null,
        rules: call.permit.rules,
        now: call.now,
      }
      if (entry.tool.risk === 'read') noteAudit(tx, row)
      else if (!(await insertAudit(tx, row))) throw new Replay()
      if (events.length > 0) await appendEvents(tx, call.user.id, events, call.now)
      return result
    }
    const output = await deps.db.withUser(call.user.id, run, { passing: entry.tool.risk === 'read' })
    if (events.length > 0) deps.onEvents?.(call.user.id, call.now)
    return { output, ...told(entry, output, input), replayed: false }
  } catch (error) {
    if (error instanceof Replay) {
      const before = await previous(deps, call, hash, entry, input, true)
      if (before) return before
    }
    await recordFailure(deps, call, entry, hash, error)
    throw error
  }
}

const previous = async (
  deps: ExecuteDeps,
  call: Call,
  hash: string,
  entry: Entry,
  input: unknown,
  must: boolean,
): Promise<Result | undefined> => {
  // A direct call without a turn is checked first; inside a turn the unique index alone decides, without a statement.
  if (!must && !call.key?.idempotencyKey) return undefined
  const row = await deps.db.withUser(call.user.id, (tx) => findAudit(tx, call.key ?? {}))
  if (!row) return undefined
  if (row.argsHash !== hash) throw new AppError('conflict', 'tools.key_reused')
  return { output: row.output, ...told(entry, row.output, input), replayed: true }
}

/** A repeated call gets an ellipsis where the secret was. */
const withoutSecrets = ({ tool }: Entry, output: unknown): unknown =>
  tool.secrets && output !== null && typeof output === 'object'
    ? { ...output, ...Object.fromEntries(tool.secrets.map((field) => [field, '…'])) }
    : output

const told = ({ tool }: Entry, output: unknown, input: unknown): Pick<Result, 'said' | 'alarm'> => ({
  said: tool.say(output, input),
  alarm: tool.alarm?.(output, input) ?? null,
})

const runInside = async (
  deps: ExecuteDeps,
  tx: Tx,
  entry: Entry,
  input: unknown,
  call: Call,
  events: DomainEvent[],
  auditId: string,
): Promise<unknown> => {
  const ctx = createCtx(deps, tx, call, events, { entry, auditId })
  if (call.expects) {
    const found = await deps.registry.find(ctx, call.tool, call.expects.id)
    if (found && found.version !== call.expects.version) throw new AppError('conflict', 'tools.changed_elsewhere')
  }
  const output = await entry.tool.run(ctx, input)
  const parsed = entry.tool.output.safeParse(output)
  if (!parsed.success) throw new AppError('internal', 'core.internal', {}, { cause: parsed.error })
  return parsed.data
}

/** The context of a run: what a tool, a rule or an event handler may use. `inside` is the call that `ctx.call` is under. */
export const createCtx = (
  deps: ExecuteDeps,
  tx: Tx,
  call: { user: User; now: Instant; origin: Origin },
  events: DomainEvent[],
  inside?: { entry: Entry; auditId: string },
): Ctx => {
  let facts: Promise<SafetyFact[]> | undefined
  const ctx: Ctx = {
    tx,
    user: call.user,
    now: call.now,
    origin: call.origin,
    emit: (event) => {
      events.push(event)
    },
    safetyFacts: () => {
      facts ??= deps.registry.safety(ctx)
      return facts
    },
    day: (date) => deps.registry.day(ctx, date),
    call: async (name, input) => {
      const child = deps.registry.get(name)
      if (inside && (!inside.entry.uses.includes(name) || RANK[child.tool.risk] > RANK[inside.entry.tool.risk]))
        throw new AppError('refused', 'tools.no_permit', { tool: name })
      const parsed = parseInput(child, input)
      const id = newId()
      const output = await child.tool.run(createCtx(deps, tx, call, events, { entry: child, auditId: id }), parsed)
      await insertAudit(tx, {
        id,
        userId: call.user.id,
        key: {},
        parentId: inside?.auditId ?? null,
        tool: name,
        risk: child.tool.risk,
        origin: { ...call.origin, actor: 'code' },
        args: input,
        argsHash: argsHash(name, input),
        output,
        status: 'ok',
        error: null,
        rules: ['called_by_tool'],
        now: call.now,
      })
      return output
    },
  }
  return ctx
}

/** The checked input of a call. Throws `invalid` naming every field that is wrong. */
export const parseInput = (entry: Entry, input: unknown): unknown => {
  const parsed = entry.tool.input.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const fields = [...new Set(errors.map((e) => e.path || 'input'))].join(', ')
  throw new AppError('invalid', 'tools.bad_input', { fields }, { errors })
}

/** A failed run leaves a row too: an interrupted or failed turn is explained from the audit alone. */
const recordFailure = async (
  deps: ExecuteDeps,
  call: Call,
  entry: Entry,
  hash: string,
  error: unknown,
): Promise<void> => {
  const known = asAppError(error)
  if (known.code === 'unavailable' || entry.tool.risk === 'read') return
  await deps.db.withUser(call.user.id, (tx) =>
    insertAudit(tx, {
      id: newId(),
      userId: call.user.id,
      key: call.key ?? {},
      parentId: null,
      tool: call.tool,
      risk: entry.tool.risk,
      origin: call.origin,
      args: call.input,
      argsHash: hash,
      output: null,
      status: 'failed',
      error: known.key,
      rules: call.permit.rules,
      now: call.now,
    }),
  )
}

export type { CallKey }
