import type { Request, Response } from 'express'
import type { TurnEvent } from '../../agent/contract.ts'

export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx holds answers back unless told not to.
  'X-Accel-Buffering': 'no',
}

/** Proxies drop a connection that is silent for a minute. */
const HEARTBEAT_MS = 15_000
/** Streams of ended turns kept for clients that come back for what they missed. */
const REMEMBERED = 200

/** The events of the latest streamed turns, by turn, so that a broken stream can be taken up after the turn has ended. */
export interface Replay {
  of(turnId: string): readonly TurnEvent[] | undefined
  keep(turnId: string, events: readonly TurnEvent[]): void
}

export const createReplay = (limit = REMEMBERED): Replay => {
  const kept = new Map<string, readonly TurnEvent[]>()
  return {
    of: (turnId) => kept.get(turnId),
    keep: (turnId, events) => {
      kept.delete(turnId)
      kept.set(turnId, events)
      const [oldest] = kept.keys()
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest)
    },
  }
}

interface Seen {
  turnId: string
  n: number
}

/** The last event that arrived at a client which takes a stream up again. */
export const lastEventOf = (req: Request): Seen | null => {
  const match = /^([0-9a-f-]{36}):(\d{1,9})$/iu.exec(req.header('last-event-id') ?? '')
  return match?.[1] ? { turnId: match[1].toLowerCase(), n: Number(match[2]) } : null
}

/**
 * Writes the events of one turn with ids `turnId:n`; those the client has seen are left out. The stream opens with the
 * first event, so an error before it keeps its status. A turn that ended before is told from `replay`, else by `done` alone.
 */
export const writeEvents = (
  res: Response,
  seen: Seen | null,
  replay: Replay,
): { sink(event: TurnEvent): void; end(): void } => {
  const events: TurnEvent[] = []
  let turnId = ''
  let heartbeat: NodeJS.Timeout | undefined
  const open = (): void => {
    if (res.headersSent) return
    res.writeHead(200, STREAM_HEADERS)
    res.socket?.setNoDelay(true)
    heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS)
    res.once('close', () => clearInterval(heartbeat))
  }
  const write = (event: TurnEvent, n: number): void => {
    if (res.destroyed || (seen?.turnId === turnId && n <= seen.n && event.type !== 'done')) return
    res.write(`id: ${turnId}:${n}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`)
  }
  return {
    sink: (event) => {
      if (event.type === 'turn' || event.type === 'done') turnId = event.data.turnId
      open()
      if (event.type === 'done' && events.length === 0) {
        const before = replay.of(turnId) ?? []
        for (const [index, old] of before.slice(0, -1).entries()) write(old, index + 1)
        write(event, Math.max(before.length, seen?.turnId === turnId ? seen.n : 1))
        return
      }
      events.push(event)
      write(event, events.length)
      if (event.type === 'done') replay.keep(turnId, events)
    },
    end: () => {
      clearInterval(heartbeat)
      res.end()
    },
  }
}
