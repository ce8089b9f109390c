import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { NOW, useDatabase } from '../../test/harness/database.ts'
import {
  authenticate,
  createAccessToken,
  grantRole,
  listAccessTokens,
  login,
  logout,
  refresh,
  register,
  revokeAccessToken,
  type SignedIn,
  userById,
} from './auth.ts'
import { signingKey } from './tokens.ts'

const database = useDatabase()
const key = signingKey('test-'.repeat(10))
const deps = () => ({ db: database.db, key })
const PASSWORD = 'верблюд-7'
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const newEmail = () => `p${newId()}@example.com`
const enrol = (email = newEmail(), more: object = {}): Promise<SignedIn> =>
  register(deps(), { email, password: PASSWORD, ...more }, NOW)
const unauthorised = { code: 'unauthorised' }

describe('sign-up', () => {
  it('gives a profile with defaults and a token that works', async () => {
    const signed = await enrol(newEmail(), { consents: { health: true, proactive: false }, phone: '+381 64 123 4567' })
    expect(signed).toMatchObject({
      expiresIn: 900,
      user: { locale: 'ru-RU', timeZone: 'Europe/Moscow', currency: 'RUB', phone: '+381641234567' },
    })
    const { user } = await authenticate(deps(), signed.accessToken, NOW)
    expect(user).toMatchObject({ id: signed.user.id, role: 'user', consents: ['health'] })
  })

  it('refuses an e-mail that is taken in any case of letters', async () => {
    const email = newEmail()
    await enrol(email)
    await expect(enrol(email.toUpperCase())).rejects.toMatchObject({ code: 'conflict', errors: [{ path: 'email' }] })
  })

  it('names every wrong field at once', async () => {
    const body = {
      email: 'x',
      password: 'short',
      phone: '89161234567',
      timeZone: '+03:00',
      currency: 'BTC',
      country: 'ZZ',
      birthDate: '2026-02-31',
      role: 'admin',
    }
    const error = await register(deps(), body, NOW).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'invalid' })
    const paths = (error as { errors: { path: string }[] }).errors.map((e) => e.path)
    expect(paths.toSorted()).toEqual(Object.keys(body).toSorted())
  })

  it.each([null, 'text', [], 42, { email: 1 }, {}])('refuses the body %j', async (body) => {
    await expect(register(deps(), body, NOW)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('sign-in', () => {
  it('is the same answer for a wrong password and an unknown e-mail', async () => {
    const { user } = await enrol()
    const wrong = login(deps(), { email: user.email, password: 'wrong-password' }, NOW)
    await expect(wrong).rejects.toMatchObject({ code: 'unauthorised', key: 'account.wrong_password' })
    const nobody = login(deps(), { email: newEmail(), password: PASSWORD }, NOW)
    await expect(nobody).rejects.toMatchObject({ code: 'unauthorised', key: 'account.wrong_password' })
    await expect(
      login(deps(), { email: ` ${user.email.toUpperCase()} `, password: PASSWORD }, NOW),
    ).resolves.toMatchObject({ user: { id: user.id } })
  })

  it('ends with the token, the sign-out, and on the given clock', async () => {
    const signed = await enrol()
    await expect(authenticate(deps(), signed.accessToken, later(901))).rejects.toMatchObject(unauthorised)
    await logout(deps(), { refreshToken: signed.refreshToken }, NOW)
    await expect(authenticate(deps(), signed.accessToken, NOW)).rejects.toMatchObject(unauthorised)
    await expect(refresh(deps(), { refreshToken: signed.refreshToken }, NOW)).rejects.toMatchObject(unauthorised)
    await logout(deps(), { refreshToken: signed.refreshToken }, NOW)
  })

  it('refuses a refresh token that is unknown or older than thirty days', async () => {
    const signed = await enrol()
    await expect(refresh(deps(), { refreshToken: 'zlr_nothing' }, NOW)).rejects.toMatchObject(unauthorised)
    await expect(refresh(deps(), { refreshToken: signed.refreshToken }, later(31 * 86_400))).rejects.toMatchObject(
      unauthorised,
    )
  })

  it('survives only one of two uses of a token at the same moment', async () => {
    const { refreshToken } = await enrol()
    const both = await Promise.allSettled([
      refresh(deps(), { refreshToken }, NOW),
      refresh(deps(), { refreshToken }, NOW),
    ])
    expect(both.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('holds its rules over any order of refreshing, reusing and signing out', async () => {
    const step = fc.record({ family: fc.nat(1), act: fc.constantFrom('refresh', 'reuse', 'logout') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const first = await enrol()
        const second = await login(deps(), { email: first.user.email, password: PASSWORD }, NOW)
        const families = [first, second].map((signed) => ({ now: signed, spent: [] as string[], alive: true }))
        for (const { family, act } of steps) {
          const own = families[family]
          if (!own) continue
          if (act === 'logout') {
            await logout(deps(), { refreshToken: own.now.refreshToken }, NOW)
            own.alive = false
          } else if (act === 'reuse' && own.spent[0]) {
            await expect(refresh(deps(), { refreshToken: own.spent[0] }, NOW)).rejects.toMatchObject(unauthorised)
            own.alive = false
          } else {
            const next = refresh(deps(), { refreshToken: own.now.refreshToken }, NOW)
            if (!own.alive) await expect(next).rejects.toMatchObject(unauthorised)
            else {
              own.spent.push(own.now.refreshToken)
              own.now = await next
            }
          }
        }
        for (const { now, alive } of families) {
          const answer = authenticate(deps(), now.accessToken, NOW)
          if (alive) await expect(answer).resolves.toMatchObject({ user: { id: first.user.id } })
          else await expect(answer).rejects.toMatchObject(unauthorised)
        }
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})

describe('long-lived tokens', () => {
  it('carry their scopes until they expire or are revoked', async () => {
    const { user: profile } = await enrol()
    const user = await userById(database.db, profile.id)
    if (!user) throw new Error('the person is there')
    const created = await createAccessToken(
      database.db,
      user,
      { name: 'mcp', scopes: ['read', 'chat', 'read'], expiresAt: later(60).toISOString() },
      NOW,
    )
    expect(created.scopes).toEqual(['read', 'chat'])
    expect((await authenticate(deps(), created.token, NOW)).scopes).toEqual(['read', 'chat'])
    await expect(authenticate(deps(), created.token, later(60))).rejects.toMatchObject(unauthorised)
    const [listed] = await listAccessTokens(database.db, user)
    expect(listed).toEqual({
      id: created.id,
      name: 'mcp',
      scopes: ['read', 'chat'],
      createdAt: '2026-03-18T10:00:00+03:00',
      expiresAt: '2026-03-18T10:01:00+03:00',
    })
    const stranger = await userById(database.db, (await enrol()).user.id)
    if (!stranger) throw new Error('the stranger is there')
    await expect(revokeAccessToken(database.db, stranger, created.id, NOW)).rejects.toMatchObject({ code: 'not_found' })
    await revokeAccessToken(database.db, user, created.id, NOW)
    await expect(authenticate(deps(), created.token, NOW)).rejects.toMatchObject(unauthorised)
    await expect(revokeAccessToken(database.db, user, created.id, NOW)).rejects.toMatchObject({ code: 'not_found' })
    await expect(createAccessToken(database.db, user, { name: '', scopes: ['root'] }, NOW)).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('people', () => {
  it('are nobody when unknown or malformed, and take roles by e-mail', async () => {
    expect(await userById(database.db, newId())).toBeNull()
    expect(await userById(database.db, 'not-an-id')).toBeNull()
    const { user } = await enrol()
    expect(await grantRole(database.db, user.email, 'partner')).toBe(true)
    expect(await userById(database.db, user.id)).toMatchObject({ role: 'partner' })
    expect(await grantRole(database.db, newEmail(), 'admin')).toBe(false)
  })

  it('are seen by the system only as far as signing in needs', async () => {
    await enrol()
    const look = (column: string) =>
      database.db.asSystem('login', (tx) => tx.query(`select ${column} from account.users limit 1`))
    await expect(look('id, email, status')).resolves.toHaveLength(1)
    for (const column of ['phone', 'birth_date', 'weight_kg', 'display_name'])
      await expect(look(column), column).rejects.toThrow()
    await expect(database.db.asSystem('login', (tx) => tx.query('select text from account.note'))).rejects.toThrow()
  })
})
