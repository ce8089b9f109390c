// Events from one domain to the others: each is handled once, in the transaction that takes it out of the outbox.
import type { Instant } from '../core/time.ts'
import type { Tx } from '../db/contract.ts'
import { appendEvents, type OutboxEvent, relayDue } from '../db/outbox.ts'
import type { DomainEvent } from '../tools/contract.ts'
import { createCtx } from '../tools/execute.ts'
import type { DeliveryDeps } from './contract.ts'

/** More rounds than any chain of events needs; a handler that answers every event with another one stops here. */
const MAX_ROUNDS = 100

export interface Relayed {
  /** People whose events were delivered: something may be due for them at another time now. */
  people: Set<string>
  /** Whether an event failed and waits for another attempt. */
  failed: boolean
}

/** Delivers all events due by `now`, those that handlers add included. */
export const relayAll = async (deps: DeliveryDeps, now: Instant): Promise<Relayed> => {
  const relayed: Relayed = { people: new Set(), failed: false }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const delivered = await relayDue(
      deps.db,
      async (tx, event) => {
        await handle(deps, tx, event, now)
        relayed.people.add(event.userId)
      },
      {
        now,
        onFailure: ({ id, type }, error, final) => {
          relayed.failed = true
          const what = final ? 'an event could not be delivered and is kept' : 'an event will be delivered later'
          deps.log.error({ err: error, eventId: id, type }, what)
        },
      },
    )
    if (delivered === 0) return relayed
  }
  deps.log.error({ rounds: MAX_ROUNDS }, 'events keep making events')
  return relayed
}

const handle = async (deps: DeliveryDeps, tx: Tx, event: OutboxEvent, now: Instant): Promise<void> => {
  const handlers = deps.domains.flatMap((domain) => {
    const handler = domain.on?.[event.type]
    return handler ? [handler] : []
  })
  if (handlers.length === 0) return
  const user = await deps.findUser(tx, event.userId)
  // Nobody is left to whom the event could matter.
  if (!user) return
  const events: DomainEvent[] = []
  const ctx = createCtx(deps, tx, { user, now, origin: { channel: 'jobs', actor: 'code' } }, events)
  for (const handler of handlers) await handler(ctx, { type: event.type, payload: event.payload })
  await appendEvents(tx, event.userId, events, now)
}
