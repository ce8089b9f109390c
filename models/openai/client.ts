import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, type Dispatcher, request } from 'undici'
import { AppError } from '../../core/errors.ts'
import { type Answer, type AnswerBuilder, createAnswer, parseJson } from './answer.ts'
import { AttemptFailure, badAnswer, secondsOf, statusFailure, unavailable } from './failure.ts'
import { createTextJoiner } from './join-text.ts'
import { createSseParser } from './sse.ts'

export interface ClientOptions {
  /** With the version: `https://api.openai.com/v1`. */
  baseUrl: string
  apiKey: string
  /** The longest silence, before the first byte and between two. */
  timeoutMs: number
}

export interface Completion {
  /** JSON of a `POST /chat/completions` request that asks for a stream. */
  body: string
  sink: (text: string) => void
  /** Ids of the calls already made in this turn. */
  takenIds: readonly string[]
  signal: AbortSignal | undefined
}

export interface OpenAiClient {
  /** Asks, again where that can help, and gives the complete answer; its text has gone to the sink. Throws `unavailable`. */
  complete(completion: Completion): Promise<Answer>
}

/** Attempts after the first, in all and after each kind of failure: a person does not wait for a third silence. */
const RETRIES = 2
const RETRIES_AFTER = { unreachable: 2, silent: 1, bad_answer: 1 } as const
const BACKOFF_MS = [250, 1_000] as const
const LONGEST_WAIT_S = 10
const LARGEST_ANSWER = 4 * 1024 * 1024
const LARGEST_ERROR = 16 * 1024

type Body = Dispatcher.ResponseData['body']

const readText = async (body: Body, limit: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw badAnswer(`the answer is longer than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const isStream = (headers: Dispatcher.ResponseData['headers']): boolean => {
  const type = headers['content-type']
  return typeof type !== 'string' || !type.toLowerCase().includes('application/json')
}

/** Reads the answer into `answer`; `settle` is called after each read. */
const readAnswer = async (body: Body, answer: AnswerBuilder, settle: () => void): Promise<void> => {
  const parser = createSseParser((data) => answer.take(data))
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_ANSWER) throw badAnswer(`the answer is longer than ${LARGEST_ANSWER} bytes`)
    parser.push(chunk)
    settle()
  }
}

/** A failure of the network as a failed attempt; everything else (a sink that throws) is not ours to retry. */
const asAttemptFailure = (error: unknown): AttemptFailure => {
  if (error instanceof AttemptFailure) return error
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof AppError || typeof code !== 'string') throw error
  const silent = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT'
  return silent
    ? new AttemptFailure('silent', 'the model server fell silent', { cause: error })
    : new AttemptFailure('unreachable', `no connection (${code})`, { cause: error })
}

/** How long to wait before the next attempt, after these failures; null when there is none. */
const waitAfter = (failures: readonly AttemptFailure[]): number | null => {
  const failure = failures.at(-1)
  if (!failure?.passing || failures.length > RETRIES || (failure.retryAfter ?? 0) > LONGEST_WAIT_S) return null
  if (failures.filter(({ kind }) => kind === failure.kind).length > RETRIES_AFTER[failure.kind]) return null
  if (failure.kind === 'bad_answer') return 0
  const backoff = (BACKOFF_MS[failures.length - 1] ?? 1_000) * (0.75 + Math.random() / 2)
  return Math.max(backoff, (failure.retryAfter ?? 0) * 1_000)
}

/** Speaks to one OpenAI-compatible server over connections that stay open. */
export const createOpenAiClient = ({ baseUrl, apiKey, timeoutMs }: ClientOptions): OpenAiClient => {
  const url = new URL(`${baseUrl.replace(/\/+$/u, '')}/chat/completions`)
  const dispatcher = new Agent({
    connectTimeout: Math.min(timeoutMs, 10_000),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    accept: 'text/event-stream, application/json',
  }

  const attempt = async (completion: Completion, joiner: ReturnType<typeof createTextJoiner>): Promise<Answer> => {
    const { body, signal } = completion
    const response = await request(url, { method: 'POST', headers, body, dispatcher, ...(signal ? { signal } : {}) })
    if (response.statusCode !== 200) {
      const text = await readText(response.body, LARGEST_ERROR).catch((error: unknown) => {
        // The status says enough when the body is too long or breaks off.
        if (signal?.aborted) throw error
        return ''
      })
      const retryAfter = secondsOf(response.headers['retry-after'], Date.now())
      throw statusFailure(response.statusCode, retryAfter, parseJson(text))
    }
    const answer = createAnswer(joiner.add, completion.takenIds)
    if (isStream(response.headers)) await readAnswer(response.body, answer, joiner.settle)
    else answer.take(await readText(response.body, LARGEST_ANSWER))
    const finished = answer.finish()
    joiner.end()
    return finished
  }

  return {
    async complete(completion) {
      const joiner = createTextJoiner(completion.sink)
      const failures: AttemptFailure[] = []
      for (;;) {
        try {
          return await attempt(completion, joiner)
        } catch (error) {
          joiner.drop()
          completion.signal?.throwIfAborted()
          const failure = asAttemptFailure(error)
          failures.push(failure)
          // Text that has left cannot be taken back.
          const wait = joiner.handedOver ? null : waitAfter(failures)
          if (wait === null) throw unavailable(failure)
          await sleep(wait, undefined, completion.signal ? { signal: completion.signal } : {}).catch(
            (stopped: unknown) => {
              completion.signal?.throwIfAborted()
              throw stopped
            },
          )
        }
      }
    },
  }
}
