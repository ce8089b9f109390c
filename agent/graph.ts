import { END, START, StateGraph } from '@langchain/langgraph'
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
 */
export const buildGraph = (saver: BaseCheckpointSaver) =>
  new StateGraph(TurnState)
    .addNode('prepare', prepare)
    .addNode('think', think)
    .addNode('ask', ask)
    .addNode('act', act)
    .addNode('finish', finish)
    .addConditionalEdges(START, (state: State) => state.entry, ['prepare', 'act'])
    .addConditionalEdges('prepare', (state: State) => (state.fixed === null ? 'think' : 'finish'), ['think', 'finish'])
    .addConditionalEdges('think', afterThink, ['ask', 'act', 'finish'])
    .addEdge('ask', 'act')
    .addConditionalEdges('act', afterAct, ['ask', 'think', 'finish'])
    .addEdge('finish', END)
    .compile({ checkpointer: saver })

/** Straight to act when the policy permits every call; ask is for those to be refused or asked about. */
const afterThink = (state: State): 'ask' | 'act' | 'finish' => {
  if (state.calls.length === 0) return 'finish'
  return state.calls.every((call) => call.state === 'permitted') ? 'act' : 'ask'
}

/** Back to ask while something permitted ran first and questions remain; to finish when the state was gone. */
const afterAct = (state: State): 'ask' | 'think' | 'finish' => {
  if (state.calls.some((call) => call.state === 'asking')) return 'ask'
  return state.messages.length > 0 && state.fixed === null ? 'think' : 'finish'
}

export type TurnGraph = ReturnType<typeof buildGraph>
