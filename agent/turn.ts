import { Command } from '@langchain/langgraph'
import { AppError, asAppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Tx } from '../db/contract.ts'
import { sqlState } from '../db/failure.ts'
import { checkMessage, cleanText, takeTurn } from '../guardrails/limits.ts'
import { decidePending, openActions, type PendingAction } from '../guardrails/pending.ts'
import { abandon, closeDead } from './closing.ts'
import { conclude } from './conclude.ts'
import type { AgentDeps, RecallItem, Sink, TurnEvent, TurnRequest, TurnResult } from './contract.ts'
import { buildGraph, mustAsk, runThrough, type TurnGraph } from './graph.ts'
import type { HistoryMessage, Run, State } from './state.ts'
import { readInstructions } from './steps/instructions.ts'
import { detectLanguage } from './steps/language.ts'
import { pendingOf } from './steps/pending.ts'
import { readDecision } from './steps/read-decision.ts'
import { onlyHandsOver, takeFiles } from './steps/take-files.ts'
import * as store from './store.ts'

export interface Agent {
  /** Runs one turn to its end. Events go to `sink` as they happen; the result is also the `done` event. */
  turn(request: TurnRequest, sink?: Sink): Promise<TurnResult>
  /** Turns running in this process now. */
  running(): number
  /** Waits for running turns, for a clean stop. */
  drain(): Promise<void>
}

interface Admitted {
  turnId: string
  threadId: string
  user: Run['user']
  history: HistoryMessage[]
  open: PendingAction[]
  /** Null: to be read when the turn runs. */
  facts: RecallItem[] | null
}

export const createAgent = (deps: AgentDeps): Agent => {
  const parts: Parts = { graph: buildGraph(deps.checkpoints.saver), instructions: readInstructions(deps) }
  const live = new Map<string, { events: TurnEvent[]; sinks: Set<Sink>; ended: Promise<TurnResult> }>()
  const waiters = new Map<string, Set<() => void>>()
  const wake = (threadId: string): void => {
    for (const go of waiters.get(threadId) ?? []) go()
  }

  const turn = async (request: TurnRequest, sink: Sink = () => {}): Promise<TurnResult> => {
    checkMessage(request)
    if (request.clientMessageId) {
      const first = await repeated(deps, live, request, request.clientMessageId, sink)
      if (first) return first
    }
    const admitted = await admit(deps, request)
    if (!admitted) return turn(request, sink)
    const entry = {
      events: [] as TurnEvent[],
      sinks: new Set([sink]),
      ended: Promise.resolve(null as unknown as TurnResult),
    }
    const emit: Sink = (event) => {
      entry.events.push(event)
      for (const each of entry.sinks) each(event)
    }
    entry.ended = run(deps, parts, request, admitted, emit, waiters).finally(() => {
      live.delete(admitted.turnId)
      wake(admitted.threadId)
    })
    live.set(admitted.turnId, entry)
    return entry.ended
  }
  const begun = new Set<Promise<TurnResult>>()
  return {
    turn: async (request, sink) => {
      const going = turn(request, sink)
      begun.add(going)
      try {
        return await going
      } finally {
        begun.delete(going)
      }
    },
    running: () => begun.size,
    drain: async () => {
      await Promise.allSettled(begun)
    },
  }
}

/** The same client message again: its stored answer, or the running turn's events from the start. */
const repeated = async (
  deps: AgentDeps,
  live: Map<string, { events: TurnEvent[]; sinks: Set<Sink>; ended: Promise<TurnResult> }>,
  request: TurnRequest,
  clientMessageId: string,
  sink: Sink,
): Promise<TurnResult | undefined> => {
  for (;;) {
    const stored = await deps.db.withUser(request.userId, async (tx) => {
      await identified(deps, tx, request)
      return store.turnByClientMessage(tx, clientMessageId)
    })
    if (!stored) return undefined
    if (stored.result) {
      sink({ type: 'done', data: stored.result })
      return stored.result
    }
    const entry = live.get(stored.id)
    if (entry) {
      for (const event of entry.events) sink(event)
      entry.sinks.add(sink)
      return entry.ended
    }
    await closeDead(deps, request, stored.threadId)
    await pause(200)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Another request with the same client message was first. */
class Repeated extends Error {}

/** Undefined when another request with the same client message was first. */
const admit = async (deps: AgentDeps, request: TurnRequest): Promise<(Admitted & { queued: boolean }) | undefined> => {
  const turnId = newId()
  for (;;) {
    try {
      // The end of the turn is committed to the disk, and this with it.
      const admitting = (tx: Tx) => storeTurn(deps, tx, request, turnId)
      return await deps.db.withUser(request.userId, admitting, { passing: true })
    } catch (error) {
      if (error instanceof Repeated) return undefined
      // Two processes took the thread at the same moment: one of them comes again and is queued.
      if (sqlState(error) !== '23505') throw error
    }
  }
}

/**
 * Stores the turn and reads what it needs to know. All is asked at once and looked at in order, so that an error does not
 * depend on which answer came first. A queued turn reads again when its place comes.
 */
const storeTurn = async (
  deps: AgentDeps,
  tx: Tx,
  request: TurnRequest,
  turnId: string,
): Promise<Admitted & { queued: boolean }> => {
  const { message, userId, now } = request
  const wall = deps.wall()
  const person = identified(deps, tx, request)
  const named = request.decisions ? await threadOfPending(tx, request.decisions.pendingId) : (request.threadId ?? null)
  const stored = store.insertTurn(tx, { id: turnId, request, threadId: named, owner: deps.owner, wall })
  const counted = takeTurn(tx, { userId, message, wall }, deps.limits)
  const recalled = message === undefined ? [] : deps.recall(tx, cleanText(message), userId, now)
  const known = named === null ? null : readThread(tx, named, now)
  await Promise.allSettled([person, stored, counted, recalled, known])
  const user = await person
  const turn = await stored
  if (!turn) throw new Repeated()
  await counted
  const { threadId } = turn
  const admitted = { turnId, threadId, user, history: [], open: [] }
  if (turn.status === 'queued') return { ...admitted, facts: null, queued: true }
  const read = (await known) ?? (request.threadKey === undefined ? {} : await readThread(tx, threadId, now))
  return { ...admitted, ...read, facts: await recalled, queued: false }
}

const identified = (deps: AgentDeps, tx: Tx, request: TurnRequest): Promise<Run['user']> =>
  request.identify ? request.identify(tx) : deps.loadUser(tx, request.userId)

/** Actions can only be open where a message of the window asked for them. */
const readThread = async (
  tx: Tx,
  threadId: string,
  now: Date,
): Promise<{ history: HistoryMessage[]; open: PendingAction[] }> => {
  const history = await store.readHistory(tx, threadId)
  const asked = history.some((message) => message.tools?.some((trace) => trace.status === 'pending'))
  return { history, open: asked ? await openActions(tx, threadId, now) : [] }
}

const threadOfPending = async (
  tx: Parameters<Parameters<AgentDeps['db']['withUser']>[1]>[0],
  pendingId: string,
): Promise<string> => {
  const [row] = await tx.query<{ threadId: string }>(
    'select thread_id as "threadId" from guardrails.pending_action where pending_id = $1 limit 1',
    [pendingId],
  )
  if (!row) throw new AppError('not_found', 'guardrails.pending_not_found')
  return row.threadId
}

/** Files came with no request beside them. */
const NOTHING_ASKED: State = { entry: 'ask', messages: [], calls: [], traces: [], allowed: [], fixed: null }

/** Made once for all turns. */
interface Parts {
  graph: TurnGraph
  instructions: Run['instructions']
}

const run = async (
  deps: AgentDeps,
  { graph, instructions }: Parts,
  request: TurnRequest,
  admitted: Admitted & { queued: boolean },
  sink: Sink,
  waiters: Map<string, Set<() => void>>,
): Promise<TurnResult> => {
  const { turnId, threadId, user } = admitted
  const startedAt = deps.wall()
  const renewal = setInterval(() => {
    deps.db
      .withUser(user.id, (tx) => store.renewLease(tx, turnId, deps.wall()))
      .catch((error: unknown) => deps.log.warn({ turnId, cause: String(error) }, 'lease not renewed'))
  }, 5_000)
  try {
    let { history, open } = admitted
    if (admitted.queued) {
      await waitForTurn(deps, request, admitted, waiters)
      const read = await deps.db.withUser(user.id, (tx) => readThread(tx, threadId, request.now))
      history = read.history
      open = read.open
    }
    const lang = detectLanguage(request.message ?? '', history, user.locale)
    const current: Run = {
      deps,
      request,
      user,
      threadId,
      turnId,
      answeringTurnId: turnId,
      lang,
      brain: deps.brainFor(user),
      sink,
      history,
      pending: null,
      safety: { kind: 'none', rules: [] },
      alarms: [],
      taken: [],
      said: [],
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
      startedAt,
      failure: null,
      facts: admitted.facts,
      vault: null,
      instructions: (tools) => (current.brain.external ? instructions(tools) : instructions([])),
    }
    current.pending = pendingOf(current, open)
    const decided = await decide(current)
    sink({ type: 'turn', data: { threadId, turnId, clientMessageId: request.clientMessageId ?? null } })
    current.taken = await takeFiles(current)
    const handedOver = current.taken.length > 0 && onlyHandsOver(cleanText(request.message ?? ''))
    const state = handedOver ? NOTHING_ASKED : await runGraph(graph, current, decided)
    return await conclude(current, state)
  } catch (error) {
    await abandon(deps, request, admitted, asAppError(error), startedAt, sink)
    throw error
  } finally {
    clearInterval(renewal)
  }
}

const waitForTurn = async (
  deps: AgentDeps,
  request: TurnRequest,
  { turnId, threadId }: Admitted,
  waiters: Map<string, Set<() => void>>,
): Promise<void> => {
  for (;;) {
    const ready = await deps.db.withUser(request.userId, async (tx) => {
      const [row] = await tx.query<{ status: string }>('select status from chat.turn where id = $1', [turnId])
      return row?.status === 'running' || (await store.promoteTurn(tx, turnId, threadId, deps.wall()))
    })
    if (ready) return
    await closeDead(deps, request, threadId)
    await new Promise<void>((resolve) => {
      const set = waiters.get(threadId) ?? new Set()
      waiters.set(threadId, set)
      const go = (): void => {
        clearTimeout(timer)
        set.delete(go)
        if (set.size === 0) waiters.delete(threadId)
        resolve()
      }
      const timer = setTimeout(go, 300)
      set.add(go)
    })
  }
}

/** Records the person's word on an open confirmation, if this is one; returns the confirmation it decided. */
const decide = async (current: Run): Promise<string | null> => {
  const { request, deps } = current
  const decisions =
    request.decisions ??
    (current.pending && request.message !== undefined && !askedSince(current.history)
      ? withId(current.pending.id, readDecision(request.message, current.pending))
      : null)
  if (!decisions) return null
  const rows = await deps.db.withUser(current.user.id, (tx) =>
    decidePending(tx, decisions.pendingId, decisions.decisions, request.now),
  )
  current.turnId = rows[0]?.turnId ?? current.turnId
  current.pending = pendingOf(current, rows)
  return decisions.pendingId
}

/** Runs a new message, or resumes the turn whose confirmation was just decided. */
const runGraph = async (graph: TurnGraph, current: Run, decided: string | null): Promise<State> => {
  const config = (waiting: boolean) => ({
    configurable: { thread_id: current.turnId, run: current, waiting },
    durability: 'exit' as const,
    recursionLimit: 60,
    callbacks: [],
  })
  if (decided === null) {
    const state = await runThrough(config(false))
    return mustAsk(state) ? ((await graph.invoke({ ...state, entry: 'ask' }, config(false))) as State) : state
  }
  const saved = await graph.getState(config(true))
  const resumed = saved.next.includes('ask')
  const before = resumed ? ((saved.values as State).traces?.length ?? 0) : 0
  if (!resumed) await current.deps.checkpoints.drop(current.turnId, true)
  const state = (
    resumed
      ? await graph.invoke(new Command({ resume: decided }) as never, config(true))
      : await graph.invoke({ entry: 'act' }, config(false))
  ) as State
  return { ...state, traces: state.traces.slice(before) }
}

/** Whether another question than the confirmation was asked last: then a yes answers that one. */
const askedSince = (history: readonly HistoryMessage[]): boolean => {
  const last = history.findLast((message) => message.role === 'assistant')
  return /\?\s*$/u.test(last?.text ?? '') && !last?.tools?.some((trace) => trace.status === 'pending')
}

const withId = (pendingId: string, decisions: { actionId: string; decision: 'approve' | 'reject' }[] | null) =>
  decisions ? { pendingId, decisions } : null
