import type { BaseLanguageModelInput } from '@langchain/core/language_models/base'
import { BaseChatModel, type BindToolsInput } from '@langchain/core/language_models/chat_models'
import { AIMessageChunk, type BaseMessage, isAIMessage } from '@langchain/core/messages'
import { type Runnable, RunnableBinding, type RunnableConfig } from '@langchain/core/runnables'
import { convertToOpenAITool } from '@langchain/core/utils/function_calling'
import { ChatOpenAI, type ChatOpenAICallOptions, convertMessagesToCompletionsMessageParams } from '@langchain/openai'
import type { Config } from '../../core/config.ts'
import type { Answer } from './answer.ts'
import { createOpenAiClient, type OpenAiClient } from './client.ts'
import { AttemptFailure, unavailable } from './failure.ts'

type OpenAiConfig = Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'CHAT_MODEL' | 'MODEL_TIMEOUT_MS'>
type Options = Partial<ChatOpenAICallOptions>
type Sink = (text: string) => void

const BASE_URL = 'https://api.openai.com/v1'
/** Local servers want no key, the client insists on one. */
const NO_KEY = 'none'
const PING_MS = 2_000

const sinkOf = (options: Options | undefined): Sink | undefined => {
  const sink: unknown = options?.configurable?.['sink']
  return typeof sink === 'function' ? (text) => sink(text) : undefined
}

/** Ids of the calls made since the person's last message. */
const callsOfTurn = (messages: readonly BaseMessage[]): string[] => {
  const start = messages.findLastIndex((message) => message.type === 'human') + 1
  return messages
    .slice(start)
    .flatMap((message) => (isAIMessage(message) ? (message.tool_calls ?? []).flatMap((call) => call.id ?? []) : []))
}

const messageOf = ({ text, toolCalls, usage, model, finishReason }: Answer): AIMessageChunk => {
  const message = new AIMessageChunk({
    content: text,
    tool_calls: toolCalls,
    response_metadata: {
      ...(model ? { model_name: model } : {}),
      ...(finishReason ? { finish_reason: finishReason } : {}),
    },
  })
  // The library's type of this field comes out as `undefined` alone.
  if (usage) Object.assign(message, { usage_metadata: usage })
  return message
}

/**
 * A chat model behind any OpenAI-compatible server. With a function `configurable.sink` the answer is streamed to it and returned
 * as one message, past LangChain's chunks, callbacks and events: each of them costs more per token than all else in a turn.
 */
class LeanChatOpenAI extends ChatOpenAI {
  readonly #client: OpenAiClient
  /** Bound tools as JSON: the same definitions come with every call. */
  readonly #toolJson = new WeakMap<object, string>()

  constructor(config: OpenAiConfig) {
    const baseUrl = config.OPENAI_BASE_URL ?? BASE_URL
    const apiKey = config.OPENAI_API_KEY ?? NO_KEY
    const timeoutMs = config.MODEL_TIMEOUT_MS
    super({
      model: config.CHAT_MODEL ?? 'gpt-4o-mini',
      apiKey,
      configuration: { baseURL: baseUrl },
      timeout: timeoutMs,
      maxRetries: 2,
    })
    this.#client = createOpenAiClient({ baseUrl, apiKey, timeoutMs })
  }

  /** Binds options to this very model; the class above would build a new one of its own kind. */
  override withConfig(
    config: Options & RunnableConfig,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, ChatOpenAICallOptions> {
    return new RunnableBinding({ bound: this, kwargs: config, config: {} })
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs?: Options,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, ChatOpenAICallOptions> {
    return this.withConfig({ tools, ...kwargs })
  }

  override async invoke(input: BaseLanguageModelInput, options?: Options): Promise<AIMessageChunk> {
    const sink = sinkOf(options)
    if (!sink) {
      return super.invoke(input, options as ChatOpenAICallOptions).catch((cause: unknown) => {
        if (options?.signal?.aborted) throw cause
        throw unavailable(new AttemptFailure('unreachable', 'the model server gave no answer', { cause }))
      })
    }
    const messages = BaseChatModel._convertInputToPromptValue(input).toChatMessages()
    const body = this.#bodyOf(messages, options ?? {})
    const answer = await this.#client.complete({
      body,
      sink,
      takenIds: callsOfTurn(messages),
      signal: options?.signal,
    })
    return messageOf(answer)
  }

  #bodyOf(messages: BaseMessage[], { tools, ...options }: Options): string {
    const head = JSON.stringify({
      ...this.completions.invocationParams(options as this['ParsedCallOptions'], { streaming: true }),
      stream: true,
      stream_options: { include_usage: true },
      messages: convertMessagesToCompletionsMessageParams({ messages, model: this.model }),
    })
    return tools?.length ? `${head.slice(0, -1)},"tools":[${tools.map((tool) => this.#jsonOf(tool)).join(',')}]}` : head
  }

  #jsonOf(tool: BindToolsInput): string {
    const known = this.#toolJson.get(tool)
    if (known !== undefined) return known
    const json = JSON.stringify(convertToOpenAITool(tool))
    this.#toolJson.set(tool, json)
    return json
  }
}

/** A chat model behind any OpenAI-compatible server. */
export const createOpenAiChat = (config: OpenAiConfig): ChatOpenAI => new LeanChatOpenAI(config)

/** Whether the server answers at all. */
export const pingOpenAi = async (config: OpenAiConfig): Promise<boolean> => {
  const response = await fetch(`${config.OPENAI_BASE_URL ?? BASE_URL}/models`, {
    headers: { authorization: `Bearer ${config.OPENAI_API_KEY ?? NO_KEY}` },
    signal: AbortSignal.timeout(PING_MS),
  }).catch(() => null)
  await response?.body?.cancel()
  return response !== null && response.status < 500
}
