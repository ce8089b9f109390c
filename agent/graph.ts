import { Command, END, type LangGraphRunnableConfig, START, StateGraph } from '@langchain/langgraph'
import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint'
import { act } from './nodes/act.ts'
import { ask } from './nodes/ask.ts'
import { finish } from './nodes/finish.ts'
import { prepare } from './nodes/prepare.ts'
import { think } from './nodes/think.ts'
import { type State, TurnState } from './state.ts'

/**
 * One turn:
 *
 *   prepare, think ─> (ask) ─> act, think ┐
 *          │            ▲ └───────────────┤     think without calls, a fixed text or a reached limit ends the turn
 *          └─> finish <─┴─────────────────┘
 *
 * `ask` only asks (rows, then an interrupt), `act` only acts (approved rows and permitted calls).
 *
 * A step of the graph costs more than what happens in it, so a node names the next one itself, thinking is done by the
 * node it follows, and only a turn that has to ask runs where state can be saved: it goes on in `asking` from `ask`.
 */
export const buildGraph = (saver: BaseCheckpointSaver) => ({
  fresh: nodes(false).addEdge(START, 'prepare').compile(),
  asking: nodes(true)
    .addConditionalEdges(START, (state: State) => state.entry, ['prepare', 'ask', 'act'])
    .compile({ checkpointer: saver }),
})

const nodes = (asks: boolean) =>
  new StateGraph(TurnState)
    .addNode('prepare', step(prepareAndThink, asks), { ends: ['ask', 'act', END] })
    .addNode('ask', step(ask, asks), { ends: ['act'] })
    .addNode('act', step(actAndThink, asks), { ends: ['ask', 'act', END] })

type Node = (state: State, config: LangGraphRunnableConfig) => Promise<Partial<State>>

const prepareAndThink: Node = async (state, config) => {
  const prepared = await prepare(state, config)
  return prepared.fixed === null ? thinkAfter(state, prepared, config) : prepared
}

/** Thinks again unless questions remain that wait for what ran first, or the state was gone. */
const actAndThink: Node = async (state, config) => {
  const acted = await act(state, config)
  const after = updated(state, acted)
  if (after.calls.some((call) => call.state === 'asking')) return acted
  return after.messages.length > 0 && after.fixed === null ? thinkAfter(state, acted, config) : acted
}

const thinkAfter = async (
  state: State,
  before: Partial<State>,
  config: LangGraphRunnableConfig,
): Promise<Partial<State>> => {
  const thought = await think(updated(state, before), config)
  return { ...before, ...thought, messages: [...(before.messages ?? []), ...(thought.messages ?? [])] }
}

const updated = (state: State, update: Partial<State>): State => ({
  ...state,
  ...update,
  messages: [...state.messages, ...(update.messages ?? [])],
  traces: [...state.traces, ...(update.traces ?? [])],
})

/** Straight to act when the policy permits every call; ask is for those to be refused or asked about. */
const next = (node: Node, { calls }: State): 'ask' | 'act' | 'finish' => {
  if (node === ask) return 'act'
  if (calls.every((call) => call.state === 'settled')) return 'finish'
  return calls.every((call) => call.state === 'permitted') ? 'act' : 'ask'
}

/** Whether a fresh turn stopped because something has to be refused or asked about. */
export const mustAsk = (state: State): boolean => next(prepareAndThink, state) === 'ask'

/** A node with the way on from it. Where nothing can be asked, the way to `ask` ends the graph. */
const step = (node: Node, asks: boolean) => async (state: State, config: LangGraphRunnableConfig) => {
  const update = await node(state, config)
  const after = updated(state, update)
  const goto = next(node, after)
  if (goto === 'finish') finish(after, config)
  return new Command({ update, goto: goto === 'finish' || (goto === 'ask' && !asks) ? END : goto })
}

export type TurnGraph = ReturnType<typeof buildGraph>
