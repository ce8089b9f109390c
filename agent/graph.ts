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
 *   prepare ─> think ─> (ask) ─> act ┐
 *      │         ▲ └──────────┐     │      think without calls, a fixed text or a reached limit ends in finish
 *      │         └────────────┼─────┤
 *      └──────────────────> finish <┘
 *
 * `ask` only asks (rows, then an interrupt), `act` only acts (approved rows and permitted calls).
 *
 * A step of the graph costs more than what happens in it, so a node names the next one itself, the first think and finish
 * are done by the node that goes to them, and only a turn that has to ask runs where state can be saved: it goes on in `asking` from `ask`.
 */
export const buildGraph = (saver: BaseCheckpointSaver) => ({
  fresh: nodes(false).addEdge(START, 'prepare').compile(),
  asking: nodes(true)
    .addConditionalEdges(START, (state: State) => state.entry, ['prepare', 'ask', 'act'])
    .compile({ checkpointer: saver }),
})

const nodes = (asks: boolean) =>
  new StateGraph(TurnState)
    .addNode('prepare', step(prepareAndThink, afterThink, asks), { ends: ['ask', 'act', END] })
    .addNode('think', step(think, afterThink, asks), { ends: ['ask', 'act', END] })
    .addNode(
      'ask',
      step(ask, () => 'act', asks),
      { ends: ['act'] },
    )
    .addNode('act', step(act, afterAct, asks), { ends: ['ask', 'think', END] })

const prepareAndThink: Node = async (state, config) => {
  const prepared = await prepare(state, config)
  if (prepared.fixed !== null) return prepared
  const thought = await think({ ...state, ...prepared }, config)
  return { ...prepared, ...thought, messages: [...(prepared.messages ?? []), ...(thought.messages ?? [])] }
}

/** Straight to act when the policy permits every call; ask is for those to be refused or asked about. */
const afterThink = (state: State): Next => {
  if (state.calls.length === 0) return 'finish'
  return state.calls.every((call) => call.state === 'permitted') ? 'act' : 'ask'
}

/** Back to ask while something permitted ran first and questions remain; to finish when the state was gone. */
const afterAct = (state: State): Next => {
  if (state.calls.some((call) => call.state === 'asking')) return 'ask'
  return state.messages.length > 0 && state.fixed === null ? 'think' : 'finish'
}

/** Whether a fresh turn stopped because something has to be refused or asked about. */
export const mustAsk = (state: State): boolean => afterThink(state) === 'ask'

type Next = 'think' | 'ask' | 'act' | 'finish'
type Node = (state: State, config: LangGraphRunnableConfig) => Promise<Partial<State>>

/** A node with the way on from it. Where nothing can be asked, the way to `ask` ends the graph. */
const step =
  (node: Node, next: (state: State) => Next, asks: boolean) =>
  async (state: State, config: LangGraphRunnableConfig) => {
    const update = await node(state, config)
    const after: State = {
      ...state,
      ...update,
      messages: [...state.messages, ...(update.messages ?? [])],
      traces: [...state.traces, ...(update.traces ?? [])],
    }
    const goto = next(after)
    if (goto === 'finish') finish(after, config)
    return new Command({ update, goto: goto === 'finish' || (goto === 'ask' && !asks) ? END : goto })
  }

export type TurnGraph = ReturnType<typeof buildGraph>
