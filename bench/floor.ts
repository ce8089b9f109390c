// A process of its own: the same turn with nothing but node:http, undici and pg. It is what the ratios are taken to.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { Agent, request } from 'undici'
import { z } from 'zod'

const env = z
  .object({ DATABASE_URL: z.string(), JWT_SECRET: z.string(), OPENAI_BASE_URL: z.string(), TOOLS: z.string() })
  .parse(process.env)
const TOOLS: unknown = JSON.parse(env.TOOLS)
const WINDOW = 12
const PROMPT = 'You are an assistant for money, calendar and tasks. Use the tools; never invent a row.'

const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 20 })
const model = new Agent({ connections: 256, pipelining: 1, bodyTimeout: 30_000, headersTimeout: 30_000 })

interface Message {
  role: string
  content: string | null
  tool_calls?: unknown
  tool_call_id?: string
}
interface Delta {
  content?: string | null
  tool_calls?: { id?: string; function?: { name?: string; arguments?: string } }[]
}

const personOf = (header: string | undefined): string | null => {
  const [head, body, signature] = (header ?? '').slice('Bearer '.length).split('.')
  if (!head || !body || !signature) return null
  const right = createHmac('sha256', env.JWT_SECRET).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sub: string; exp: number }
  return claims.exp * 1000 > Date.now() ? claims.sub : null
}

/** Streams one completion; `onText` is told the text of each read. Gives the calls the model made. */
const ask = async (messages: Message[], onText: (text: string) => void) => {
  const { body, statusCode } = await request(`${env.OPENAI_BASE_URL}/chat/completions`, {
    dispatcher: model,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify({ model: 'mock', stream: true, messages, tools: TOOLS }),
  })
  if (statusCode !== 200) throw new Error(`model answered ${statusCode}: ${await body.text()}`)
  const calls: { id: string; name: string }[] = []
  body.setEncoding('utf8')
  let rest = ''
  for await (const piece of body) {
    const events = (rest + String(piece)).split('\n\n')
    rest = events.pop() ?? ''
    let text = ''
    for (const event of events) {
      if (event === 'data: [DONE]') continue
      const chunk = JSON.parse(event.slice('data: '.length)) as { choices: { delta: Delta }[] }
      const delta = chunk.choices[0]?.delta
      if (delta?.content) text += delta.content
      for (const call of delta?.tool_calls ?? []) calls.push({ id: call.id ?? '', name: call.function?.name ?? '' })
    }
    if (text !== '') onText(text)
  }
  return calls
}

const turn = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const person = personOf(req.headers.authorization)
  if (!person) {
    res.writeHead(401).end()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as { message: string; threadId: string }
  const history = await pool.query<Message>({
    name: 'history',
    text: 'select role, text as content from message where user_id = $1 and thread_id = $2 order by id desc limit $3',
    values: [person, asked.threadId, WINDOW],
  })
  const messages: Message[] = [
    { role: 'system', content: PROMPT },
    ...history.rows.reverse(),
    { role: 'user', content: asked.message },
  ]
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  const [call] = await ask(messages, () => undefined)
  if (!call) throw new Error('the model made no call')
  const tasks = await pool.query({
    name: 'tasks',
    text: 'select id, title, due_at as "dueAt", status from task where user_id = $1 order by due_at limit 20',
    values: [person],
  })
  messages.push(
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: call.id, type: 'function', function: { name: call.name, arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: call.id, content: JSON.stringify({ items: tasks.rows }) },
  )
  let reply = ''
  let held = ''
  let open = false
  await ask(messages, (text) => {
    reply += text
    held += text
    open ||= /[.!?…]\s/u.test(held)
    if (!open) return
    res.write(`event: token\ndata: ${JSON.stringify({ text: held })}\n\n`)
    held = ''
  })
  if (held !== '') res.write(`event: token\ndata: ${JSON.stringify({ text: held })}\n\n`)
  await pool.query({
    name: 'store',
    text: `insert into message (user_id, thread_id, role, text, created_at) values ($1, $2, 'user', $3, $5), ($1, $2, 'assistant', $4, $5)`,
    values: [person, asked.threadId, asked.message, reply, new Date()],
  })
  const tools = [{ name: call.name, args: {}, status: 'ok' }]
  res.end(`event: done\ndata: ${JSON.stringify({ threadId: asked.threadId, reply, tools })}\n\n`)
}

const server = createServer((req, res) => {
  turn(req, res).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    res.destroy()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`floor on http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
