import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { LangGraphRunnableConfig } from '@langchain/langgraph'
import { localDateOf } from '../../core/time.ts'
import { systemPrompt } from '../../prompts/index.ts'
import { runOf, type State } from '../state.ts'
import { checkInput } from '../steps/check-input.ts'
import { chooseTools } from '../steps/choose-tools.ts'
import { historyMessages } from '../steps/history.ts'
import { domainsOf } from '../steps/instructions.ts'
import { recall } from '../steps/recall.ts'

/** Everything a model may know and may call in this turn is fixed here, from the person's own words. */
export const prepare = async (_state: State, config: LangGraphRunnableConfig): Promise<Partial<State>> => {
  const run = runOf(config)
  const checked = checkInput(run)
  if (checked.fixed !== null) return { fixed: checked.fixed, allowed: [], calls: [], messages: [], traces: [] }
  const facts = await recall(run, checked.text)
  const allowed = chooseTools(run, checked.text)
  const prompt = systemPrompt({
    lang: run.lang,
    user: run.user,
    now: run.request.now,
    facts: facts.map(({ text, since }) => ({ text, date: localDateOf(since, run.user.timeZone) })),
    pending: run.pending,
    files: run.taken.map((trace) => trace.said),
    earlier: run.history.slice(0, -WINDOW),
    domainPrompts: run.brain.external
      ? domainsOf(allowed).flatMap((domain) => run.deps.domainPrompts.get(domain) ?? [])
      : [],
  })
  return {
    fixed: null,
    allowed,
    calls: [],
    traces: [],
    messages: [
      new SystemMessage(prompt),
      ...historyMessages(run.history.slice(-WINDOW)),
      new HumanMessage(checked.text),
    ],
  }
}

/** Messages shown to the model word for word; older ones only as what was done. */
const WINDOW = 12
