// A process of its own: a server that speaks the OpenAI wire format and answers the same thing at a chosen pace.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { TOKENS, TOOL } from './answer.ts'

interface Asked {
  stream?: boolean
  model?: string
  messages?: { role: string }[]
  tools?: { function?: { name?: string } }[]
}

/** Milliseconds before the first token and between tokens. */
const pace = { first: 0, token: 0 }
let asked = 0

const readJson = async <T>(req: IncomingMessage): Promise<T> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as T
}

const sendJson = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}

const usage = { prompt_tokens: 900, completion_tokens: TOKENS.length, total_tokens: 900 + TOKENS.length }

const chunkOf = (id: string, delta: unknown, finish: string | null): string =>
  `data: ${JSON.stringify({
    id,
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'mock',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`

const endOf = (id: string): string =>
  `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created: 1_700_000_000, model: 'mock', choices: [], usage })}\n\ndata: [DONE]\n\n`

const callOf = (n: number) => ({ id: `call_${n}`, type: 'function', function: { name: TOOL, arguments: '{}' } })

const stream = async (res: ServerResponse, n: number, calling: boolean): Promise<void> => {
  const id = `chatcmpl-${n}`
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  if (calling) {
    res.write(chunkOf(id, { role: 'assistant', content: null, tool_calls: [{ index: 0, ...callOf(n) }] }, null))
    res.write(chunkOf(id, {}, 'tool_calls'))
  } else {
    res.write(chunkOf(id, { role: 'assistant', content: '' }, null))
    for (const token of TOKENS) {
      if (pace.token > 0) await wait(pace.token)
      res.write(chunkOf(id, { content: token }, null))
    }
    res.write(chunkOf(id, {}, 'stop'))
  }
  res.end(endOf(id))
}

const whole = (res: ServerResponse, n: number, calling: boolean): void => {
  const message = calling
    ? { role: 'assistant', content: null, tool_calls: [callOf(n)] }
    : { role: 'assistant', content: TOKENS.join('') }
  const choices = [{ index: 0, message, finish_reason: calling ? 'tool_calls' : 'stop' }]
  sendJson(res, 200, {
    id: `chatcmpl-${n}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'mock',
    choices,
    usage,
  })
}

const complete = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const body = await readJson<Asked>(req)
  const calling = body.messages?.at(-1)?.role !== 'tool'
  const offered = (body.tools ?? []).some((tool) => tool.function?.name === TOOL)
  if (calling && !offered) return sendJson(res, 400, { error: { message: `${TOOL} was not offered` } })
  asked += 1
  const n = asked
  if (pace.first > 0) await wait(pace.first)
  if (body.stream) await stream(res, n, calling)
  else whole(res, n, calling)
}

const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  if (req.url === '/v1/chat/completions') return complete(req, res)
  if (req.url === '/v1/models') return sendJson(res, 200, { object: 'list', data: [{ id: 'mock', object: 'model' }] })
  if (req.url === '/pace') {
    Object.assign(pace, await readJson<Partial<typeof pace>>(req))
    return sendJson(res, 200, pace)
  }
  sendJson(res, 404, { error: { message: 'not found' } })
}

const server = createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    res.destroy()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`mock on http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
