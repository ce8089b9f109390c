import type { BaseMessage } from '@langchain/core/messages'
import { Annotation, type LangGraphRunnableConfig } from '@langchain/langgraph'
import { AppError } from '../core/errors.ts'
import type { Message } from '../core/messages.ts'
import type { User } from '../core/user.ts'
import type { Instruction } from '../guardrails/instructions.ts'
import type { Vault } from '../guardrails/privacy.ts'
import type {
  AgentDeps,
  Brain,
  Pending,
  PlannedCall,
  RecallItem,
  Sink,
  ToolTrace,
  TurnRequest,
  TurnResult,
} from './contract.ts'

const append = <T>() => ({ reducer: (before: T[], added: T[]): T[] => [...before, ...added], default: (): T[] => [] })

/** What a turn carries between nodes, and all that is kept while a confirmation is open. */
export const TurnState = Annotation.Root({
  /** Where to enter the graph: calls to be asked about, or decided actions of a turn whose state may be gone. */
  entry: Annotation<'ask' | 'act'>(),
  messages: Annotation<BaseMessage[]>(append<BaseMessage>()),
  calls: Annotation<PlannedCall[]>(),
  traces: Annotation<ToolTrace[]>(append<ToolTrace>()),
  /** The intent lock: the tools this turn may call, fixed in prepare. */
  allowed: Annotation<string[]>(),
  /** Text already fixed: an emergency reply, a refusal. Ends the turn. */
  fixed: Annotation<string | null>(),
})
export type State = typeof TurnState.State

/** One turn while it runs in this process; reached through the config, never saved. */
export interface Run {
  deps: AgentDeps
  request: TurnRequest
  user: User
  threadId: string
  /** The graph's thread and the key of its effects. */
  turnId: string
  /** The turn that answers now: differs from `turnId` when a later message decides a confirmation. */
  answeringTurnId: string
  lang: 'ru' | 'en'
  brain: Brain
  sink: Sink
  history: HistoryMessage[]
  pending: Pending | null
  safety: TurnResult['safety']
  /** What is said of results that are an emergency; nothing but them and what was done is said then. */
  alarms: string[]
  /** What became of the attached files. */
  taken: readonly ToolTrace[]
  /** Sentences that left already. */
  said: string[]
  usage: { modelCalls: number; inputTokens: number; outputTokens: number }
  startedAt: number
  /** Why the model could not be reached, when it could not. */
  failure: AppError | null
  /** What was recalled when the turn was admitted; null for a turn that waited. */
  facts: RecallItem[] | null
  /** Keeps private values from an external model. */
  vault: Vault | null
  /** What the model was told with these tools; none of it may be said. */
  instructions(tools: readonly string[]): readonly Instruction[]
}

export interface HistoryMessage {
  role: 'user' | 'assistant'
  text: string
  tools: ToolTrace[] | null
}

export const runOf = (config: LangGraphRunnableConfig): Run => {
  const run: unknown = config.configurable?.['run']
  if (!run) throw new AppError('internal', 'core.internal', {}, { cause: new Error('a node ran outside a turn') })
  return run as Run
}

/** A sentence in the language of the person's message, on their clock. */
export const render = (run: Run, message: Message): string =>
  run.deps.messages.render(message, {
    locale:
      run.lang === 'ru'
        ? run.user.locale.startsWith('ru')
          ? run.user.locale
          : 'ru-RU'
        : run.user.locale.startsWith('en')
          ? run.user.locale
          : 'en-GB',
    timeZone: run.user.timeZone,
    now: run.request.now,
  })
