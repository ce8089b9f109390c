// What the parts of life say unasked and first: dangerous values, due bills, expiring food; and what they keep from others.
import { describe, expect, it } from 'vitest'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()
const CONSENTS = { health: true, proactive: true, household: true }

interface Ran {
  output: Record<string, unknown> & { id: string }
  said: string
  safety?: { kind: string; rules: string[] }
}
const call = async (user: TestUser, tool: string, body: unknown, now: Date = NOW) =>
  server.api<Ran & { type: string }>(`/v1/tools/${tool}`, { method: 'POST', token: user.token, body, now })
const tick = async (user: TestUser, at: string): Promise<{ kind: string; text: string }[]> =>
  (
    await server.api<{ sent: { kind: string; text: string }[] }>('/v1/test/tick', {
      method: 'POST',
      token: user.token,
      body: { at },
    })
  ).body.sent

describe('a dangerous measurement', () => {
  const crisis = { kind: 'blood_pressure', value: { systolic: 190, diastolic: 125 } }

  it('is recorded, and answered with the local number first', async () => {
    const [russian, american] = [
      await server.register({ consents: CONSENTS }),
      await server.register({ consents: CONSENTS, locale: 'en-US', country: 'US' }),
    ]
    const first = await call(russian, 'health_log_metric', crisis)
    expect(first.body.safety).toMatchObject({ kind: 'emergency', rules: [expect.stringContaining('blood_pressure')] })
    expect(first.body.said).toMatch(/^(?:103|112)/u)
    expect(first.body.said).toContain('190/125')
    const second = await call(american, 'health_log_metric', crisis)
    expect(second.body.said).toMatch(/^911/u)
    const kept = await call(russian, 'health_list_entries', { kind: 'blood_pressure' })
    expect(kept.body.output['items']).toHaveLength(1)
  })

  it('is an emergency in the chat too, and an ordinary one is not', async () => {
    const user = await server.register({ consents: CONSENTS })
    const crisisSaid = await server.chat(user, 'давление 190 на 125')
    expect(crisisSaid.body.safety.kind).toBe('emergency')
    expect(crisisSaid.reply).toMatch(/^(?:103|112)/u)
    expect(crisisSaid.body.tools).toMatchObject([{ name: 'health_log_metric', status: 'ok' }])
    const calm = await server.chat(user, 'давление 120 на 80')
    expect(calm.body.safety.kind).toBe('none')
    expect(calm.reply).toContain('120/80')
  })
})

describe('health data', () => {
  it('needs the consent: a call is refused, the chat asks once and then does it', async () => {
    const user = await server.register()
    const refused = await call(user, 'health_log_metric', { kind: 'weight', value: 82.4 })
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/consent-required'])
    const asked = await server.chat(user, 'взвесился: 82,4 кг')
    expect(asked.body.pending?.actions.map(({ tool }) => tool)).toEqual(['account_set_consent', 'health_log_metric'])
    const done = await server.chat(user, 'да')
    expect(done.reply).toContain('82,4')
  })
})

describe('what is due', () => {
  it('comes to the inbox once, each topic by itself, and only to who agreed', async () => {
    const user = await server.register({ consents: CONSENTS })
    const silent = await server.register()
    for (const one of [user, silent]) {
      await call(one, 'finance_add_bill', { title: 'интернет', amount: 60_000, dueOn: '2026-03-20' })
      await call(one, 'home_add_stock', { item: 'творог', quantity: 2, unit: 'пачки', expiresOn: '2026-03-20' })
      await call(one, 'home_add_chore', { title: 'пылесосить', everyDays: 3, startsOn: '2026-03-20' })
    }
    const sent = await tick(user, '2026-03-20T12:00:00+03:00')
    const kinds = sent.map(({ kind }) => kind)
    for (const kind of ['finance.bill', 'home.stock', 'home.chores']) expect(kinds).toContain(kind)
    expect(sent.find(({ kind }) => kind === 'finance.bill')?.text).toMatch(/интернет/iu)
    expect(await tick(user, '2026-03-20T12:00:00+03:00')).toEqual([])
    expect(await tick(silent, '2026-03-20T12:00:00+03:00')).toEqual([])
  })
})

describe('a household', () => {
  it('shares lists and chores by an invitation, never health and money', async () => {
    const [anna, boris] = [
      await server.register({ consents: CONSENTS, displayName: 'Анна' }),
      await server.register({ consents: CONSENTS, displayName: 'Борис' }),
    ]
    await call(anna, 'finance_add_transaction', { amount: 45_000, payee: 'подарок Борису' })
    await call(anna, 'health_log_symptom', { symptom: 'мигрень' })
    const invite = await call(anna, 'home_create_invite', {})
    const joined = await call(boris, 'home_join_household', { code: invite.body.output['code'] })
    expect(joined.status).toBe(200)
    await call(boris, 'home_add_list_item', { item: 'молоко' })
    const list = await call(anna, 'home_list_items', {})
    expect(list.body.output['items']).toMatchObject([{ item: 'молоко' }])
    const held = await server.api<string>('/v1/me/export', { token: boris.token })
    expect(JSON.stringify(held.body)).not.toMatch(/подарок|мигрень/u)
    const audited = await server.api<string>('/v1/me/export', { token: anna.token })
    expect(JSON.stringify(audited.body)).not.toContain(String(invite.body.output['code']))
  })
})
