// The brains behind one interface belong here: the built-in planner, OpenAI-compatible models, and embeddings.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'
import type { Config } from '../core/config.ts'
import type { Messages } from '../core/messages.ts'
import type { User } from '../core/user.ts'
import type { FindNames } from '../tools/contract.ts'
import { createEmbedder } from './embeddings/embedder.ts'
import { createToolRanker, type RankedTool } from './planner/classifier/rank-tools.ts'
import { readLearnt } from './planner/learnt.ts'
import { createPlanner } from './planner/model.ts'
import type { Plan } from './planner/types.ts'

/** A model, and whether text leaves this process to reach it. */
export interface ChosenModel {
  model: BaseChatModel
  external: boolean
}

/** Everything that thinks: the chat model of a person, tool ranking, and embeddings. */
export const createBrains = async (config: Config, messages: Messages, namesIn: FindNames = () => []) => {
  const embedder = await createEmbedder(config)
  const { classifier, tagger } = readLearnt()
  const reading = createPlanner({ classifier, tagger, messages, namesIn })
  const planner: ChosenModel = { model: reading, external: false }
  const configured = config.OPENAI_API_KEY !== undefined || config.OPENAI_BASE_URL !== undefined
  // Three hundred modules that only those need who have a model of their own.
  const openAi = configured ? await import('./openai/chat.ts') : null
  const external: ChosenModel | null = openAi && { model: openAi.createOpenAiChat(config), external: true }
  return {
    embedder,
    rankerOf: (tools: readonly RankedTool[]) => rememberRanks(createToolRanker(classifier), tools),
    /** How likely each tool is what a text asks for; the rest up to one is what no tool does. */
    toolShares: remember(
      (text: string): ReadonlyMap<string, number> =>
        new Map(classifier.classify(text).map(({ tool, score }) => [tool, score])),
    ),
    /** The tools that the built-in planner reads in a conversation: it is code and obeys no text. */
    toolsMeant: (messages: readonly BaseMessage[], tools: readonly unknown[]): string[] =>
      toolsIn(reading.plan({ messages, tools })),
    brainFor: (user: User): ChosenModel => (external && user.consents.includes('external_model') ? external : planner),
    /** Whether the external model is reachable; null when none is configured. */
    ready: async (): Promise<boolean | null> => (openAi ? openAi.pingOpenAi(config) : null),
  }
}

const toolsIn = ({ understanding, question }: Plan): string[] => {
  // A single option is a guess that was asked about.
  const options = question?.kind === 'intent' && question.options.length > 1 ? question.options : []
  const asked = question?.kind === 'row' ? (question.as ?? []) : options
  return [...understanding.drafts, ...(understanding.otherwise?.drafts ?? []), ...asked].map(({ tool }) => tool)
}

const REMEMBERED_TEXTS = 500

/** Answers the same text once: the messages before the current one were looked at in their own turns. */
const remember = <T>(answer: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, { answer: T }>()
  return (text) => {
    let found = known.get(text)
    if (!found) {
      found = { answer: answer(text) }
      const oldest = known.keys().next()
      if (known.size >= REMEMBERED_TEXTS && !oldest.done) known.delete(oldest.value)
      known.set(text, found)
    }
    return found.answer
  }
}

/** Ranks all tools once a text. */
const rememberRanks = (rank: ReturnType<typeof createToolRanker>, tools: readonly RankedTool[]) => {
  const names = remember((text) => rank(text, tools, tools.length).map((tool) => tool.name))
  return (text: string, k: number): string[] => names(text).slice(0, k)
}
