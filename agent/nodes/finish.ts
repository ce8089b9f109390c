import type { LangGraphRunnableConfig } from '@langchain/langgraph'
import { runOf, type State } from '../state.ts'
import { closingText } from '../steps/check-reply.ts'

/** The last word of a turn: what no model said is said from the committed rows. The transcript is written by the caller in one INSERT. */
export const finish = (state: State, config: LangGraphRunnableConfig): void => {
  const run = runOf(config)
  for (const sentence of closingText(run, state)) {
    run.said.push(sentence)
    run.sink({
      type: 'token',
      data: { turnId: run.answeringTurnId, text: run.said.length > 1 ? `\n${sentence}` : sentence },
    })
  }
}
