import { ChatOpenAI } from '@langchain/openai'
import type { Config } from '../../core/config.ts'

type OpenAiConfig = Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'CHAT_MODEL' | 'MODEL_TIMEOUT_MS'>

const BASE_URL = 'https://api.openai.com/v1'

/** A chat model behind any OpenAI-compatible server. */
export const createOpenAiChat = (config: OpenAiConfig): ChatOpenAI =>
  new ChatOpenAI({
    model: config.CHAT_MODEL ?? 'gpt-4o-mini',
    apiKey: config.OPENAI_API_KEY ?? 'none',
    configuration: { baseURL: config.OPENAI_BASE_URL ?? BASE_URL },
    timeout: config.MODEL_TIMEOUT_MS,
    maxRetries: 2,
  })

/** Whether the server answers at all. */
export const pingOpenAi = async (config: OpenAiConfig): Promise<boolean> => {
  const response = await fetch(`${config.OPENAI_BASE_URL ?? BASE_URL}/models`, {
    headers: { authorization: `Bearer ${config.OPENAI_API_KEY ?? 'none'}` },
    signal: AbortSignal.timeout(2_000),
  }).catch(() => null)
  return response !== null && response.status < 500
}
