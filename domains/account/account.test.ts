import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { countryFrom, currencyFrom, isCountry, localeFrom, zoneFrom } from '../../core/places.ts'
import { isPhone, type Profile, registerInput, type UpdateProfile, updateProfileInput } from './schema.ts'
import {
  ageOn,
  changedFields,
  phoneFrom,
  readChange,
  readCursor,
  safetyFacts,
  sayChanges,
  writeCursor,
} from './service.ts'
import { hashSecret, newSecret, signAccess, signingKey, verifyAccess } from './tokens.ts'

const NOW = new Date('2026-03-18T07:00:00Z')
const PROFILE: Profile = {
  id: '560204f4-f5b4-4d34-8ce2-d3cdb5ebf565',
  email: 'a@example.com',
  phone: null,
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  birthDate: null,
  sex: null,
  weightKg: null,
  heightCm: null,
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  role: 'user',
  status: 'active',
  createdAt: '2026-03-18T10:00:00+03:00',
}

describe('places as people say them', () => {
  it.each([
    ['белграду', 'Europe/Belgrade'],
    ['белградский', 'Europe/Belgrade'],
    ['по московскому времени', 'Europe/Moscow'],
    ['Екатеринбурга', 'Asia/Yekaterinburg'],
    ['New York', 'America/New_York'],
    ['нью-йорк', 'America/New_York'],
    ['europe/berlin', 'Europe/Berlin'],
    ['мск+4', 'Asia/Krasnoyarsk'],
    ['UTC+3', 'Etc/GMT-3'],
    ['utc', 'UTC'],
  ])('%s is %s', (said, zone) => expect(zoneFrom(said)).toBe(zone))

  it.each([
    ['honolulu', 'Pacific/Honolulu'],
    ['in Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Phoenix', 'America/Phoenix'],
  ])('zone of %s is %s', (said, zone) => expect(zoneFrom(said)).toBe(zone))

  it.each(['Нарния', '+03:00', '', 'Europe/Nowhere', 'москва или белград', 'римма', 'UTC+99'])(
    'does not guess a zone from %j',
    (said) => expect(zoneFrom(said)).toBeNull(),
  )

  it.each([
    ['Сербии', 'RS'],
    ['serbia', 'RS'],
    ['США', 'US'],
    ['германию', 'DE'],
    ['kz', 'KZ'],
    ['казахстан', 'KZ'],
    ['turkey', 'TR'],
    ['Турцией', 'TR'],
    ['на Кипре', 'CY'],
    ['штаты', 'US'],
    ['the States', 'US'],
    ['u.s.', 'US'],
    ['в англии', 'GB'],
    ['uk', 'GB'],
    ['эмиратах', 'AE'],
    ['голландия', 'NL'],
    ['новой зеландии', 'NZ'],
    ['ирака', 'IQ'],
    ['иране', 'IR'],
    ['нигерии', 'NG'],
    ['нигере', 'NE'],
    ['мальте', 'MT'],
    ['мали', 'ML'],
    ['the ivory coast', 'CI'],
  ])('country %s is %s', (said, code) => expect(countryFrom(said)).toBe(code))
  it.each(['ZZ', 'CS', 'XX', 'нарния', 'куб', 'чадо', 'мальчик', 'europe'])('no country in %s', (said) =>
    expect(countryFrom(said)).toBeNull(),
  )

  it.each(['en', 'ru'])('every country is known by its %s name', (lang) => {
    const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' })
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
    const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry)
    expect(codes.length).toBeGreaterThan(240)
    expect(codes.filter((code) => countryFrom(names.of(code) ?? '') !== code)).toEqual([])
  })

  it('reads currencies and languages', () => {
    expect(['евро', 'динары', 'рублях', 'dollars', 'usd', '₽'].map(currencyFrom)).toEqual([
      'EUR',
      'RSD',
      'RUB',
      'USD',
      'USD',
      'RUB',
    ])
    expect(currencyFrom('фантики')).toBeNull()
    expect(['русский', 'на английском', 'en-GB', 'sr-Latn-RS'].map(localeFrom)).toEqual([
      'ru-RU',
      'en-US',
      'en-GB',
      'sr-Latn-RS',
    ])
    expect(localeFrom('эльфийский')).toBeNull()
  })
})

describe('phones', () => {
  it('keeps E.164 and completes what people write', () => {
    expect(['+79161234567', '+381641234567', '+442079460958'].every(isPhone)).toBe(true)
    expect(['89161234567', '+7916123456', '+3816', '+0123456789', 'abc'].some(isPhone)).toBe(false)
    expect(phoneFrom('8 (916) 123-45-67')).toBe('+79161234567')
    expect(phoneFrom('12')).toBeNull()
  })
})

describe('profile changes', () => {
  const change = (input: UpdateProfile) => readChange(input, PROFILE, NOW)

  it('names exactly the fields that become another', () => {
    const wanted = change({ timeZone: 'Белград', currency: 'RUB', workHours: { start: '09:00', end: '18:00' } })
    expect(changedFields(PROFILE, wanted)).toEqual(['timeZone'])
    expect(sayChanges(['timeZone'], { ...PROFILE, ...wanted })).toEqual({
      key: 'account.changed_time_zone',
      params: { value: 'Europe/Belgrade', changed: 'true' },
    })
    expect(sayChanges([], PROFILE)).toEqual({ key: 'account.unchanged' })
  })

  it('clears with null and refuses what it cannot read, naming the field', () => {
    expect(changedFields({ ...PROFILE, phone: '+79161234567' }, change({ phone: null }))).toEqual(['phone'])
    for (const input of [
      { timeZone: 'Нарния' },
      { currency: 'фантики' },
      { birthDate: '2026-03-19' },
      { phone: '1' },
    ]) {
      try {
        change(input)
        expect.unreachable(JSON.stringify(input))
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect(error).toMatchObject({ code: 'invalid', errors: [{ path: Object.keys(input)[0] }] })
      }
    }
  })

  it('knows full years and gives them to advice', () => {
    expect(ageOn('1990-03-18', '2026-03-18')).toBe(36)
    expect(ageOn('1990-03-19', '2026-03-18')).toBe(35)
    expect(
      safetyFacts({ ...PROFILE, birthDate: '2012-01-01', sex: 'female' }, NOW).map((f) => [f.kind, f.name]),
    ).toEqual([
      ['age', '14'],
      ['sex', 'female'],
    ])
  })
})

describe('registration input', () => {
  it('fills defaults and canonical forms', () => {
    const input = registerInput.parse({ email: ' Anna@Example.COM ', password: '12345678', timeZone: 'europe/moscow' })
    expect(input).toMatchObject({
      email: 'anna@example.com',
      locale: 'ru-RU',
      timeZone: 'Europe/Moscow',
      currency: 'RUB',
      country: 'RU',
    })
  })

  it('takes any JSON without throwing anything but a verdict', () => {
    const field = fc.constantFrom(
      'email',
      'password',
      'phone',
      'locale',
      'timeZone',
      'currency',
      'country',
      'birthDate',
      'sex',
      'consents',
      'role',
    )
    fc.assert(
      fc.property(fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }))), (body) => {
        const parsed = registerInput.safeParse(body)
        if (parsed.success) expect(parsed.data.email).toBe(parsed.data.email.toLowerCase())
        else expect(parsed.error.issues.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('tokens', () => {
  const key = signingKey('k'.repeat(40))
  const claims = { userId: PROFILE.id, role: 'user' as const, sessionId: '4fc5ac89-ad51-4f30-add6-af707a15b197' }

  it('hold for fifteen minutes of the given clock and no longer', async () => {
    const token = await signAccess(key, claims, NOW)
    await expect(verifyAccess(key, token, new Date(NOW.getTime() + 899_000))).resolves.toEqual(claims)
    await expect(verifyAccess(key, token, new Date(NOW.getTime() + 900_000))).rejects.toMatchObject({
      code: 'unauthorised',
    })
  })

  it('are worth nothing when forged, foreign, unsigned or cut', async () => {
    const token = await signAccess(key, claims, NOW)
    const foreign = await signAccess(signingKey('x'.repeat(40)), claims, NOW)
    const [, payload = ''] = token.split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    for (const bad of [foreign, unsigned, token.slice(0, -3), '', 'a.b.c'])
      await expect(verifyAccess(key, bad, NOW)).rejects.toMatchObject({ code: 'unauthorised' })
  })

  it('survive no change of a character', async () => {
    const token = await signAccess(key, claims, NOW)
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '.', '-', '0'), async (at, char) => {
        const changed = token.slice(0, at) + char + token.slice(at + 1)
        // The last character of base64url may hold unused bits: such a change is no change.
        if (changed === token || at === token.length - 1) return
        await expect(verifyAccess(key, changed, NOW)).rejects.toMatchObject({ code: 'unauthorised' })
      }),
      { numRuns: 60 },
    )
  })

  it('are stored as hashes only', () => {
    const secret = newSecret('zlr')
    expect(secret).not.toBe(newSecret('zlr'))
    expect(hashSecret(secret)).not.toContain(secret.slice(4, 12))
  })
})

describe('cursors', () => {
  it('round-trip, and refuse anything else', () => {
    expect(readCursor(writeCursor(42))).toBe(42)
    expect(readCursor(undefined)).toBeNull()
    for (const bad of ['x', 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA', '']) expect(() => readCursor(bad)).toThrow(AppError)
  })
})

describe('phrases', () => {
  const lines = readFileSync(new URL('./phrases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const phrases = lines.map(
    (line) => JSON.parse(line) as { text: string; lang: string; tool: string; args: Record<string, unknown> },
  )

  it('ask for profile changes that the service understands', () => {
    const updates = phrases.filter((p) => p.tool === 'account_update_profile')
    expect(updates.length).toBeGreaterThan(60)
    for (const { text, args } of updates) {
      const change = readChange(updateProfileInput.parse(args), PROFILE, NOW)
      expect(Object.keys(change).sort(), text).toEqual(Object.keys(args).sort())
    }
  })
})
