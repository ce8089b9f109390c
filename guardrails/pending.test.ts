import { describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import type { User } from '../core/user.ts'
import { NOW, newUser, useDatabase } from '../test/harness/database.ts'
import {
  type ActionDecision,
  actionsOfTurn,
  decidePending,
  openActions,
  openPending,
  PENDING_MINUTES,
  type PendingAction,
  settleAction,
} from './pending.ts'
import { explainVerdict, recordVerdict } from './verdicts.ts'

const database = useDatabase()
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)
const action = (callId: string) => ({
  callId,
  tool: 'calendar_delete_event',
  args: { id: newId() },
  summary: { key: 'calendar.ask_delete', params: { title: callId } },
})
const open = (
  user: User,
  place: { threadId: string; turnId: string },
  callIds: string[],
  now = NOW,
): Promise<PendingAction[]> =>
  database.db.withUser(user.id, (tx) =>
    openPending(tx, { userId: user.id, ...place, now, actions: callIds.map(action) }),
  )
const decide = (user: User, pendingId: string, decisions: ActionDecision[], now = NOW): Promise<PendingAction[]> =>
  database.db.withUser(user.id, (tx) => decidePending(tx, pendingId, decisions, now))
const statuses = async (user: User, turnId: string): Promise<string[]> =>
  (await database.db.withUser(user.id, (tx) => actionsOfTurn(tx, turnId))).map((row) => row.status)
const place = () => ({ threadId: newId(), turnId: newId() })
const idsOf = (rows: readonly PendingAction[]): { pendingId: string; ids: string[] } => ({
  pendingId: rows[0]?.pendingId ?? '',
  ids: rows.map((row) => row.id),
})

describe('a confirmation', () => {
  it('is one row an action under one id, and asking again changes nothing', async () => {
    const anna = newUser()
    const at = place()
    const first = await open(anna, at, ['a', 'b'])
    const again = await open(anna, at, ['a', 'b'])
    expect(first.map((row) => row.status)).toEqual(['open', 'open'])
    expect(new Set(first.map((row) => row.pendingId)).size).toBe(1)
    expect(again).toEqual(first)
    expect(first.map((row) => row.callId)).toEqual(['a', 'b'])
  })

  it('an action found later joins the same confirmation, after the others', async () => {
    const anna = newUser()
    const at = place()
    const first = await open(anna, at, ['a'])
    const both = await open(anna, at, ['a', 'b'])
    expect(both.map((row) => row.callId)).toEqual(['a', 'b'])
    expect(both[1]?.pendingId).toBe(first[0]?.pendingId)
  })

  it('some approved, some rejected, the rest stays open', async () => {
    const anna = newUser()
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a', 'b', 'c']))
    const [first = '', second = ''] = ids
    await decide(anna, pendingId, [
      { actionId: first, decision: 'approve' },
      { actionId: second, decision: 'reject' },
    ])
    expect(await statuses(anna, at.turnId)).toEqual(['approved', 'rejected', 'open'])
    const left = await database.db.withUser(anna.id, (tx) => openActions(tx, at.threadId, NOW))
    expect(left.map((row) => row.callId)).toEqual(['c'])
  })

  it('is answered once', async () => {
    const anna = newUser()
    const { pendingId, ids } = idsOf(await open(anna, place(), ['a']))
    const [id = ''] = ids
    await decide(anna, pendingId, [{ actionId: id, decision: 'reject' }])
    await expect(decide(anna, pendingId, [{ actionId: id, decision: 'approve' }])).rejects.toMatchObject({
      code: 'conflict',
      key: 'guardrails.pending_answered',
    })
  })

  it('answered twice at the same moment, one of them wins', async () => {
    const anna = newUser()
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a']))
    const [id = ''] = ids
    const done = await Promise.allSettled([
      decide(anna, pendingId, [{ actionId: id, decision: 'approve' }]),
      decide(anna, pendingId, [{ actionId: id, decision: 'reject' }]),
    ])
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const won = done[0].status === 'fulfilled' ? 'approved' : 'rejected'
    expect(await statuses(anna, at.turnId)).toEqual([won])
  })

  it('a decision with one wrong action records none', async () => {
    const anna = newUser()
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a']))
    const [other = ''] = idsOf(await open(anna, place(), ['x'])).ids
    const [id = ''] = ids
    await expect(
      decide(anna, pendingId, [
        { actionId: id, decision: 'approve' },
        { actionId: other, decision: 'approve' },
      ]),
    ).rejects.toMatchObject({ code: 'invalid', key: 'guardrails.pending_foreign_action' })
    expect(await statuses(anna, at.turnId)).toEqual(['open'])
  })

  it('expires', async () => {
    const anna = newUser()
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a']))
    const [id = ''] = ids
    const late = inMinutes(PENDING_MINUTES)
    expect(await database.db.withUser(anna.id, (tx) => openActions(tx, at.threadId, late))).toEqual([])
    await expect(decide(anna, pendingId, [{ actionId: id, decision: 'approve' }], late)).rejects.toMatchObject({
      code: 'conflict',
      key: 'guardrails.pending_expired',
    })
    await decide(anna, pendingId, [{ actionId: id, decision: 'approve' }], inMinutes(PENDING_MINUTES - 1))
  })

  it('is replaced by the next one of its thread, and by no other thread’s', async () => {
    const anna = newUser()
    const old = place()
    const elsewhere = place()
    const { pendingId, ids } = idsOf(await open(anna, old, ['a']))
    await open(anna, elsewhere, ['b'])
    expect(await statuses(anna, old.turnId)).toEqual(['open'])
    await open(anna, { threadId: old.threadId, turnId: newId() }, ['c'])
    expect(await statuses(anna, old.turnId)).toEqual(['expired'])
    expect(await statuses(anna, elsewhere.turnId)).toEqual(['open'])
    await expect(decide(anna, pendingId, [{ actionId: ids[0] ?? '', decision: 'approve' }])).rejects.toMatchObject({
      key: 'guardrails.pending_expired',
    })
  })

  it('only an approved action can be settled', async () => {
    const anna = newUser()
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a', 'b']))
    const [first = '', second = ''] = ids
    await decide(anna, pendingId, [{ actionId: first, decision: 'approve' }])
    await database.db.withUser(anna.id, async (tx) => {
      await settleAction(tx, first, 'executed')
      await settleAction(tx, second, 'executed')
    })
    expect(await statuses(anna, at.turnId)).toEqual(['executed', 'open'])
  })

  it('of another person does not exist', async () => {
    const [anna, boris] = [newUser(), newUser()]
    const at = place()
    const { pendingId, ids } = idsOf(await open(anna, at, ['a']))
    await expect(decide(boris, pendingId, [{ actionId: ids[0] ?? '', decision: 'approve' }])).rejects.toMatchObject({
      code: 'not_found',
      key: 'guardrails.pending_not_found',
    })
    expect(await database.db.withUser(boris.id, (tx) => openActions(tx, at.threadId, NOW))).toEqual([])
    await database.db.withUser(boris.id, (tx) => settleAction(tx, ids[0] ?? '', 'executed'))
    expect(await statuses(anna, at.turnId)).toEqual(['open'])
  })
})

describe('a verdict', () => {
  it('is explained to the person it is about, the latest one or by id, and to nobody else', async () => {
    const [anna, boris] = [newUser(), newUser()]
    const turnId = newId()
    const verdict = { userId: anna.id, turnId, gate: 'action' as const, verdict: 'refused', now: NOW }
    await recordVerdict(database.db, { ...verdict, rules: ['intent_lock'], inputs: { tool: 'tasks_delete_task' } })
    await recordVerdict(database.db, { ...verdict, gate: 'reply', rules: ['unknown_figure'], inputs: { turn: turnId } })
    const latest = await database.db.withUser(anna.id, (tx) => explainVerdict(tx, anna))
    expect(latest).toMatchObject({ tool: null, outcome: 'refused', rules: [{ id: 'unknown_figure', version: '2' }] })
    expect(latest?.at).toBe('2026-03-18T10:00:00+03:00')
    const rows = await database.db.withUser(anna.id, (tx) =>
      tx.query<{ id: string }>('select id from guardrails.verdict order by seq'),
    )
    const first = await database.db.withUser(anna.id, (tx) => explainVerdict(tx, anna, rows[0]?.id))
    expect(first).toMatchObject({ tool: 'tasks_delete_task', inputs: [{ kind: 'tool', ref: 'tasks_delete_task' }] })
    expect(await database.db.withUser(boris.id, (tx) => explainVerdict(tx, boris, rows[0]?.id))).toBeNull()
    expect(await database.db.withUser(boris.id, (tx) => explainVerdict(tx, boris))).toBeNull()
  })
})
