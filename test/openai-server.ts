// A real HTTP server that speaks the OpenAI wire format and answers what a script says: for tests, evals and the bench.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLexicalVectors } from '../models/embeddings/lexical.ts'

export interface WireToolCall {
  id: string
  type: 'function'
  function: { name: string; arguments: string }
}
export interface WireMessage {
  role: 'system' | 'developer' | 'user' | 'assistant' | 'tool'
  content: string | null
  tool_calls?: WireToolCall[]
  tool_call_id?: string
}
export interface WireTool {
  type: 'function'
  function: { name: string; description?: string; parameters?: Record<string, unknown> }
}
export interface ChatRequest {
  model: string
  messages: WireMessage[]
  tools?: WireTool[]
  stream?: boolean
  stream_options?: { include_usage?: boolean }
}

/**
 * `stall`: silent after what there is to say; `drop`: the connection breaks after half of it; `broken-json`: a piece that is not JSON;
 * `broken-args`: the arguments of the calls are cut off; a number: that HTTP status.
 */
export type Fault =
  | 'stall'
  | 'drop'
  | 'broken-json'
  | 'broken-args'
  | '400'
  | '401'
  | '404'
  | '429'
  | '500'
  | '502'
  | '503'

export interface Reply {
  text?: string
  toolCalls?: { id?: string; name: string; args: Record<string, unknown> }[]
  usage?: { input: number; output: number }
  fault?: Fault
  /** Seconds in the `Retry-After` of a `429`; none when left out. */
  retryAfter?: number
  /** Before the first byte. */
  delayMs?: number
  /** Between two tokens; without it they leave at once, each in a write of its own. */
  perTokenMs?: number
}
/** Answers the nth request (from 0). */
export type Script = (request: ChatRequest, n: number) => Reply | Promise<Reply>

export interface OpenAiServer {
  /** With the version, as `OPENAI_BASE_URL` wants it. */
  url: string
  /** Every chat request as it came, oldest first. */
  requests: ChatRequest[]
  /** Texts sent to the embeddings endpoint. */
  embedded: string[]
  close(): Promise<void>
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const sendJson = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Pieces about as long as a model's tokens. */
const tokensOf = (text: string): string[] => text.match(/\s*\S{1,8}|\s+$/gu) ?? []

const argumentsOf = (args: Record<string, unknown>, reply: Reply): string => {
  const json = JSON.stringify(args)
  return reply.fault === 'broken-args' ? `${json.slice(0, -1)},"cut": "of` : json
}

const usageOf = (request: ChatRequest, reply: Reply) => {
  const input = reply.usage?.input ?? Math.ceil(JSON.stringify(request.messages).length / 4)
  const output = reply.usage?.output ?? tokensOf(reply.text ?? '').length + 10 * (reply.toolCalls?.length ?? 0)
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
}

const wireCalls = (reply: Reply, n: number): WireToolCall[] =>
  (reply.toolCalls ?? []).map(({ id, name, args }, index) => ({
    id: id ?? `call_${n}_${index}`,
    type: 'function',
    function: { name, arguments: argumentsOf(args, reply) },
  }))

/** The deltas of an answer: its role, its text, then its calls, whose arguments come in pieces and, like a real server's, in turns. */
const deltasOf = (reply: Reply, n: number): object[] => {
  const calls = wireCalls(reply, n)
  const pieces = calls.map((call) => call.function.arguments.match(/[\s\S]{1,12}/gu) ?? [])
  const longest = Math.max(0, ...pieces.map((piece) => piece.length))
  const turns = Array.from({ length: longest }, (_, at) =>
    pieces.flatMap((piece, index) =>
      piece[at] === undefined ? [] : [{ tool_calls: [{ index, function: { arguments: piece[at] } }] }],
    ),
  )
  return [
    { role: 'assistant', content: '' },
    ...tokensOf(reply.text ?? '').map((content) => ({ content })),
    ...calls.map(({ function: { name }, ...call }, index) => ({
      tool_calls: [{ index, ...call, function: { name, arguments: '' } }],
    })),
    ...turns.flat(),
  ]
}

const sendStream = async (response: ServerResponse, request: ChatRequest, reply: Reply, n: number): Promise<void> => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.flushHeaders()
  const head = `data: {"id":"chatcmpl-${n}","object":"chat.completion.chunk","created":0,"model":${JSON.stringify(request.model)}`
  const send = (choices: object[], more = ''): boolean =>
    response.write(`${head},"choices":${JSON.stringify(choices)}${more}}\n\n`)
  const deltas = deltasOf(reply, n)
  const sent = reply.fault === 'drop' ? Math.ceil(deltas.length / 2) : deltas.length
  for (const delta of deltas.slice(0, sent)) {
    send([{ index: 0, delta, finish_reason: null }])
    if (reply.perTokenMs !== undefined) await sleep(reply.perTokenMs)
  }
  if (reply.fault === 'stall') return
  if (reply.fault === 'drop') {
    // What was written is to arrive before the connection breaks.
    await sleep(20)
    response.destroy()
    return
  }
  if (reply.fault === 'broken-json') response.write('data: {"choices":[{"delta":{"content":"\n\n')
  send([{ index: 0, delta: {}, finish_reason: reply.toolCalls?.length ? 'tool_calls' : 'stop' }])
  if (request.stream_options?.include_usage) send([], `,"usage":${JSON.stringify(usageOf(request, reply))}`)
  response.end('data: [DONE]\n\n')
}

const sendWhole = (response: ServerResponse, request: ChatRequest, reply: Reply, n: number): void => {
  if (reply.fault === 'stall') return
  if (reply.fault === 'drop') {
    response.destroy()
    return
  }
  if (reply.fault === 'broken-json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"message":')
    return
  }
  const calls = wireCalls(reply, n)
  sendJson(response, 200, {
    id: `chatcmpl-${n}`,
    object: 'chat.completion',
    created: 0,
    model: request.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: reply.text ?? null,
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
        },
        finish_reason: calls.length > 0 ? 'tool_calls' : 'stop',
      },
    ],
    usage: usageOf(request, reply),
  })
}

/** Starts the server on a free port of this machine. Requests it cannot read get a 400, as from the real one. */
export const startOpenAiServer = async (script: Script): Promise<OpenAiServer> => {
  const requests: ChatRequest[] = []
  const embedded: string[] = []
  const vectorOf = createLexicalVectors()

  const chat = async (request: ChatRequest, response: ServerResponse): Promise<void> => {
    const n = requests.push(request) - 1
    const reply = await script(request, n)
    if (reply.delayMs !== undefined) await sleep(reply.delayMs)
    const status = Number(reply.fault)
    if (Number.isInteger(status)) {
      const headers = reply.retryAfter === undefined ? {} : { 'retry-after': String(reply.retryAfter) }
      sendJson(response, status, { error: { message: 'as scripted', type: 'scripted', code: null } }, headers)
    } else if (request.stream) await sendStream(response, request, reply, n)
    else sendWhole(response, request, reply, n)
  }

  const embeddings = (request: { input: string | string[]; model: string }, response: ServerResponse): void => {
    const texts = [request.input].flat()
    embedded.push(...texts)
    const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: [...vectorOf(text)] }))
    const usage = { prompt_tokens: texts.length, total_tokens: texts.length }
    sendJson(response, 200, { object: 'list', model: request.model, data, usage })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = `${request.method} ${request.url}`
    if (route === 'GET /v1/models') return sendJson(response, 200, { object: 'list', data: [{ id: 'scripted' }] })
    const body = JSON.parse(await readBody(request))
    if (route === 'POST /v1/chat/completions') return chat(body, response)
    if (route === 'POST /v1/embeddings') return embeddings(body, response)
    sendJson(response, 404, { error: { message: `no ${route}`, type: 'scripted' } })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, 400, { error: { message: String(error), type: 'scripted' } })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    embedded,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
