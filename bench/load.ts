import { performance } from 'node:perf_hooks'
import { Agent, request } from 'undici'
import { ANSWER, QUESTION } from './answer.ts'

/** One turn to be made: whose, and in which prepared conversation. */
export interface Turn {
  token: string
  /** Without one the turn begins a conversation. */
  threadId?: string
}

export interface Latency {
  p50: number
  p95: number
  p99: number
}

export interface LoadResult {
  turns: number
  turn: Latency
  /** Until the first text of the answer. */
  firstText: Latency
  perSecond: number
  /** Bytes sent to the client per turn. */
  bytesOut: number
}

export const percentiles = (times: readonly number[]): Latency => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

interface Done {
  reply?: string
  tools?: { status?: string }[]
}

const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** A turn counts only when the tool ran and the whole answer arrived; anything else ends the run. */
const checkDone = (stream: string): void => {
  const data = /event: done\ndata: (.*)\n/u.exec(stream)?.[1]
  const done = data ? (JSON.parse(data) as Done) : null
  if (squash(done?.reply ?? '') !== ANSWER || done?.tools?.length !== 1 || done.tools[0]?.status !== 'ok')
    throw new Error(`a turn went wrong: ${data ?? stream.slice(0, 500)}`)
}

const makeTurn = async (agent: Agent, url: string, turn: Turn) => {
  const from = performance.now()
  const { statusCode, body } = await request(`${url}/v1/chat`, {
    dispatcher: agent,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${turn.token}`,
    },
    body: JSON.stringify({ message: QUESTION, threadId: turn.threadId }),
  })
  let stream = ''
  let bytes = 0
  let firstText = 0
  for await (const chunk of body) {
    const piece = chunk as Buffer
    bytes += piece.length
    // Bytes of one character may come apart, so the text is only used for its ASCII frame until the end.
    stream += piece.toString('latin1')
    if (firstText === 0 && stream.includes('event: token\n')) firstText = performance.now() - from
  }
  const time = performance.now() - from
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${stream.slice(0, 500)}`)
  checkDone(Buffer.from(stream, 'latin1').toString('utf8'))
  return { time, firstText, bytes }
}

/** Makes the turns with so many people writing at once, each waiting for their answer before the next message. */
export const runLoad = async (url: string, turns: readonly Turn[], people: number): Promise<LoadResult> => {
  const agent = new Agent({ connections: people, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 })
  const made: Awaited<ReturnType<typeof makeTurn>>[] = []
  const from = performance.now()
  const person = async (index: number): Promise<void> => {
    for (let at = index; at < turns.length; at += people) {
      const turn = turns[at]
      if (turn) made.push(await makeTurn(agent, url, turn))
    }
  }
  try {
    await Promise.all(Array.from({ length: people }, (_, index) => person(index)))
  } finally {
    await agent.destroy()
  }
  const seconds = (performance.now() - from) / 1000
  return {
    turns: made.length,
    turn: percentiles(made.map(({ time }) => time)),
    firstText: percentiles(made.map(({ firstText }) => firstText)),
    perSecond: made.length / seconds,
    bytesOut: made.reduce((total, { bytes }) => total + bytes, 0) / made.length,
  }
}
