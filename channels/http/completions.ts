import { createHash } from 'node:crypto'
import { type Response, Router } from 'express'
import { z } from 'zod'
import type { TurnEvent, TurnRequest, TurnResult } from '../../agent/contract.ts'
import { AppError } from '../../core/errors.ts'
import type { ChannelDeps, Claimant } from '../contract.ts'
import { claimed, parse, signedIn } from './caller.ts'
import { STREAM_HEADERS } from './event-stream.ts'

const part = z.looseObject({ type: z.string(), text: z.string().optional() })
const message = z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part), z.null()]).optional() })

/** The part of the OpenAI request that means something here; sampling options and the like are read over. */
export const completionBody = z.looseObject({
  model: z.string().max(200).optional(),
  messages: z.array(message).min(1).max(2_000),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  metadata: z.looseObject({ threadId: z.uuid().optional() }).nullish(),
  tools: z.array(z.unknown()).nullish(),
  functions: z.array(z.unknown()).nullish(),
  n: z.literal(1).nullish(),
})
type Body = z.infer<typeof completionBody>

const MODEL = 'zelenial'

/** The OpenAI wire format: the last user message is a turn, everything else of the request is left alone. */
export const completionRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.use('/chat/completions', (_req, res, next) => {
    res.locals['openAi'] = true
    next()
  })
  router.post(
    '/chat/completions',
    claimed(deps, 'chat', async (req, res, claimant) => {
      const body = parse(completionBody, req.body)
      if ((body.tools?.length ?? 0) + (body.functions?.length ?? 0) > 0)
        throw new AppError(
          'invalid',
          'channels.client_tools',
          {},
          { errors: [{ path: 'tools', message: 'is not supported' }] },
        )
      const request = turnOf(body, claimant)
      const model = body.model ?? MODEL
      if (body.stream) await stream(deps, res, request, model, body.stream_options?.include_usage === true)
      else res.json(completion(await deps.agent.turn(request), request, model))
    }),
  )
  router.get('/models', signedIn(deps, 'chat'), (_req, res) => {
    res.json({ object: 'list', data: [{ id: MODEL, object: 'model', created: 0, owned_by: MODEL }] })
  })
  return router
}

const textOf = (content: Body['messages'][number]['content']): string =>
  typeof content === 'string'
    ? content
    : (content ?? []).flatMap((item) => (item.type === 'text' && item.text ? [item.text] : [])).join('\n')

const turnOf = (body: Body, { userId, identify, now, client }: Claimant): TurnRequest => {
  const said = body.messages.filter((item) => item.role === 'user')
  const first = said[0]
  const last = said.at(-1)
  if (!first || !last)
    throw new AppError(
      'invalid',
      'channels.no_user_message',
      {},
      { errors: [{ path: 'messages', message: 'has no user message' }] },
    )
  const threadId = body.metadata?.threadId
  const key = createHash('sha256')
    .update(`${client}\n${textOf(first.content)}`)
    .digest('base64url')
  return {
    userId,
    identify,
    channel: 'completions',
    now,
    message: textOf(last.content),
    ...(threadId ? { threadId } : { threadKey: `completions:${key}` }),
  }
}

const usageOf = ({ usage }: TurnResult) => ({
  prompt_tokens: usage.inputTokens,
  completion_tokens: usage.outputTokens,
  total_tokens: usage.inputTokens + usage.outputTokens,
})

const completion = (result: TurnResult, request: TurnRequest, model: string) => ({
  id: `chatcmpl-${result.turnId}`,
  object: 'chat.completion',
  created: Math.floor(request.now.getTime() / 1000),
  model,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: result.reply, refusal: null },
      logprobs: null,
      finish_reason: 'stop',
    },
  ],
  usage: usageOf(result),
  threadId: result.threadId,
  turnId: result.turnId,
})

/** `chat.completion.chunk` events, `[DONE]` last. The stream opens with the first event, so earlier errors keep their status. */
const stream = async (
  deps: ChannelDeps,
  res: Response,
  request: TurnRequest,
  model: string,
  withUsage: boolean,
): Promise<void> => {
  let ids = { threadId: '', turnId: '' }
  let sent = ''
  const write = (fields: Record<string, unknown>): void => {
    const chunk = {
      id: `chatcmpl-${ids.turnId}`,
      object: 'chat.completion.chunk',
      created: Math.floor(request.now.getTime() / 1000),
      model,
      ...fields,
      ...ids,
    }
    if (!res.destroyed) res.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  const delta = (content: Record<string, unknown>, finish: 'stop' | null = null): void =>
    write({
      choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }],
      ...(withUsage ? { usage: null } : {}),
    })
  const open = (threadId: string, turnId: string): void => {
    if (res.headersSent) return
    ids = { threadId, turnId }
    res.writeHead(200, STREAM_HEADERS)
    delta({ role: 'assistant', content: '' })
  }
  const say = (text: string): void => {
    const gap = sent === '' || /\s$/u.test(sent) || /^\s/u.test(text) ? '' : ' '
    sent += gap + text
    delta({ content: gap + text })
  }
  const sink = (event: TurnEvent): void => {
    if (event.type === 'turn') open(event.data.threadId, event.data.turnId)
    if (event.type === 'token') say(event.data.text)
  }
  const result = await deps.agent.turn(request, sink)
  open(result.threadId, result.turnId)
  if (sent === '') say(result.reply)
  delta({}, 'stop')
  if (withUsage) write({ choices: [], usage: usageOf(result) })
  res.end('data: [DONE]\n\n')
}
