import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base'
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models'
import { AIMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import type { ChatResult } from '@langchain/core/outputs'
import type { Runnable } from '@langchain/core/runnables'
import { convertToOpenAITool } from '@langchain/core/utils/function_calling'
import { createPlan, type PlanFunction, type PlannerDeps } from './plan.ts'

export interface PlannerCallOptions extends BaseChatModelCallOptions {
  tools?: readonly unknown[]
}

type Sink = (text: string) => void
const sinkOf = (options: object): Sink | undefined => {
  const configurable: unknown = 'configurable' in options ? options.configurable : undefined
  const sink: unknown =
    typeof configurable === 'object' && configurable !== null && 'sink' in configurable ? configurable.sink : undefined
  return typeof sink === 'function' ? (text) => sink(text) : undefined
}

/** The built-in planner behind the interface every chat model has, so that the rest cannot tell them apart. */
export class Planner extends BaseChatModel<PlannerCallOptions> {
  readonly plan: PlanFunction

  constructor(deps: PlannerDeps) {
    super({})
    this.plan = createPlan(deps)
  }

  _llmType(): string {
    return 'zelenial-planner'
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs?: Partial<PlannerCallOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, PlannerCallOptions> {
    return this.withConfig({ tools: tools.map((tool) => convertToOpenAITool(tool)), ...kwargs })
  }

  /** A sink in the configuration gets the answer's text; call options no longer carry it inside `_generate`. */
  override async invoke(input: BaseLanguageModelInput, options?: Partial<PlannerCallOptions>): Promise<AIMessageChunk> {
    const message = await super.invoke(input, options)
    if (options && message.text !== '') sinkOf(options)?.(message.text)
    return message
  }

  async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    _run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const { calls, text } = this.plan({ messages, tools: options.tools ?? [] })
    const message = new AIMessage({ content: text, tool_calls: calls.map((call) => ({ ...call, type: 'tool_call' })) })
    return { generations: [{ text, message }] }
  }
}

/** The brain that needs no key and no network. */
export const createPlanner = (deps: PlannerDeps): Planner => new Planner(deps)
