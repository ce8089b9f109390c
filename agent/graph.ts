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
 * The graph is what can stop in the middle and be taken up again; a step of it costs more than what happens in it. So
 * thinking is done by the node it follows, and a turn runs through the nodes as they are until it has to ask: from there
 * it goes on in the graph.
 */
export const buildGraph = (saver: BaseCheckpointSaver) =>
  new StateGraph(TurnState)
    .addNode('ask', step('ask'), { ends: ['act'] })
    .addNode('act', step('act'), { ends: ['ask', 'act', END] })
    .addConditionalEdges(START, (state: State) => state.entry, ['ask', 'act'])
    .compile({ checkpointer: saver })

/** A new message, to its end or until something has to be refused or asked about: then `mustAsk`. */
export const runThrough = async (config: LangGraphRunnableConfig): Promise<State> => {
  let state: State = { entry: 'ask', messages: [], calls: [], traces: [], allowed: [], fixed: null }
  let name: NodeName | 'finish' = 'prepare'
  while (name === 'prepare' || name === 'act') {
    state = updated(state, await NODES[name](state, config))
    name = next(name, state)
  }
  if (name === 'finish') finish(state, config)
  return state
}

type Node = (state: State, config: LangGraphRunnableConfig) => Promise<Partial<State>>

const prepareAndThink: Node = async (state, config) => {
  const prepared = await prepare(state, config)
  return prepared.fixed === null ? thinkAfter(state, prepared, config) : prepared
}

/** Thinks again unless questions remain that wait for what ran first, or the state was gone. */
const actAndThink: Node = async (state, config) => {
  const acted = await act(state, config)
  const after = updated(state, acted)
  if (after.calls.some((call) => call.state === 'asking' || (call.offered && call.state === 'proposed'))) return acted
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

const NODES = { prepare: prepareAndThink, ask, act: actAndThink }
type NodeName = keyof typeof NODES

/** Straight to act when the policy permits every call; ask is for those to be refused or asked about. */
const next = (name: NodeName, { calls }: State): 'ask' | 'act' | 'finish' => {
  if (name === 'ask') return 'act'
  if (calls.every((call) => call.state === 'settled')) return 'finish'
  return calls.every((call) => call.state === 'permitted') ? 'act' : 'ask'
}

/** Whether a turn that was run through stopped before its end. */
export const mustAsk = (state: State): boolean => next('act', state) === 'ask'

/** A node with the way on from it: an edge would be a step of its own. */
const step = (name: NodeName) => async (state: State, config: LangGraphRunnableConfig) => {
  const update = await NODES[name](state, config)
  const after = updated(state, update)
  const goto = next(name, after)
  if (goto === 'finish') finish(after, config)
  return new Command({ update, goto: goto === 'finish' ? END : goto })
}

export type TurnGraph = ReturnType<typeof buildGraph>
