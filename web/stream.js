// One turn as server-sent events over fetch: the browser's EventSource can neither POST nor carry a token.
import { ApiError, request } from './session.js'

const ATTEMPTS = 3

const parse = (block) => {
  const event = { id: '', type: 'message', data: '' }
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const [field, value] = [line.slice(0, colon), line.slice(colon + 1).replace(/^ /u, '')]
    if (field === 'id') event.id = value
    else if (field === 'event') event.type = value
    else if (field === 'data') event.data += value
  }
  return event.data === '' ? null : { ...event, data: JSON.parse(event.data) }
}

async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = parse(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel()
  }
}

/**
 * Sends `body` and hands every event to `onEvent(type, data)`; answers the data of `done`. A broken connection is taken
 * up where it broke: the same body with its `clientMessageId` never runs twice.
 */
export const runTurn = async (path, body, onEvent, signal) => {
  let last = ''
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await request(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(last ? { 'last-event-id': last } : {}),
        },
        body: JSON.stringify(body),
        signal,
      })
      for await (const { id, type, data } of eventsOf(response)) {
        if (id) last = id
        if (type === 'error') throw new ApiError(data.status, data)
        onEvent(type, data)
        if (type === 'done') return data
      }
      throw new ApiError(0, { code: 'unavailable' })
    } catch (error) {
      const broken = !(error instanceof ApiError) || error.status === 0
      if (signal?.aborted || !broken || !body.clientMessageId || attempt === ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, 400 * attempt))
    }
  }
}
