import { parentPort } from 'node:worker_threads'
import { type Explanation, explainPlan } from './engine/explain.ts'
import { type Replan, replanDay } from './engine/replan.ts'
import { solveDay } from './engine/solve.ts'
import type { Block, Day, Minute, Plan } from './engine/types.ts'

/** Runs the engine off the main thread: one message in, one out, in order. */

export type PlanningRequest =
  | { call: number; do: 'solve'; day: Day }
  | { call: number; do: 'explain'; day: Day; plan: Plan }
  | { call: number; do: 'replan'; day: Day; blocks: readonly Block[]; now: Minute; done: readonly string[] }

export type PlanningAnswer = { call: number } & (
  | { plan: Plan }
  | { explanation: Explanation }
  | { replan: Replan }
  | { error: string }
)

const answer = (request: PlanningRequest): PlanningAnswer => {
  const { call } = request
  try {
    if (request.do === 'solve') return { call, plan: solveDay(request.day) }
    if (request.do === 'explain') return { call, explanation: explainPlan(request.day, request.plan) }
    return { call, replan: replanDay(request.day, request.blocks, request.now, request.done) }
  } catch (error) {
    return { call, error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: PlanningRequest) => parentPort?.postMessage(answer(request)))
