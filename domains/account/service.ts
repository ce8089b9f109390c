import { AppError } from '../../core/errors.ts'
import type { Message } from '../../core/messages.ts'
import { countryFrom, currencyFrom, localeFrom, zoneFrom } from '../../core/places.ts'
import { type Instant, localDateOf } from '../../core/time.ts'
import type { TimeWindow } from '../../core/user.ts'
import type { SafetyFact } from '../../tools/contract.ts'
import {
  isPhone,
  PROFILE_FIELDS,
  type Profile,
  type ProfileChange,
  type ProfileField,
  type UpdateProfile,
} from './schema.ts'

export const DEFAULT_WORK: TimeWindow = { start: '09:00', end: '18:00' }
export const DEFAULT_SLEEP: TimeWindow = { start: '23:00', end: '07:00' }
export const DEFAULT_QUIET: TimeWindow = { start: '22:00', end: '08:00' }

const refuse = (path: ProfileField, key: string, message: string, said: string): never => {
  throw new AppError('invalid', key, { said }, { errors: [{ path, message }] })
}

/** The E.164 form of a number as people write it: with spaces, or a Russian one with the trunk prefix 8. */
export const phoneFrom = (said: string): string | null => {
  const digits = said.replace(/[\s().-]/g, '')
  const phone = /^[78]\d{10}$/.test(digits)
    ? `+7${digits.slice(1)}`
    : /^381\d{8,10}$/.test(digits)
      ? `+${digits}`
      : digits
  return isPhone(phone) ? phone : null
}

/** What the person asked to change, in codes. Throws `invalid` naming the field that cannot be understood. */
export const readChange = (input: UpdateProfile, profile: Profile, now: Instant): ProfileChange => {
  const change: ProfileChange = {}
  const { phone, locale, timeZone, currency, country, ...plain } = input
  if (phone !== undefined)
    change.phone =
      phone === null
        ? null
        : (phoneFrom(phone) ?? refuse('phone', 'account.bad_phone', 'must be a phone number', phone))
  if (locale !== undefined)
    change.locale = localeFrom(locale) ?? refuse('locale', 'account.bad_locale', 'must be a BCP 47 tag', locale)
  if (timeZone !== undefined)
    change.timeZone =
      zoneFrom(timeZone) ??
      refuse('timeZone', 'account.bad_time_zone', 'must be an IANA zone or a known city', timeZone)
  if (currency !== undefined)
    change.currency =
      currencyFrom(currency) ?? refuse('currency', 'account.bad_currency', 'must be an ISO 4217 code', currency)
  if (country !== undefined)
    change.country =
      countryFrom(country) ?? refuse('country', 'account.bad_country', 'must be an ISO 3166-1 code', country)
  for (const [field, value] of Object.entries(plain)) if (value !== undefined) Object.assign(change, { [field]: value })
  if (change.birthDate && change.birthDate > localDateOf(now, change.timeZone ?? profile.timeZone))
    refuse('birthDate', 'account.bad_birth_date', 'must not be in the future', change.birthDate)
  return change
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields whose value really becomes another, in a fixed order. */
export const changedFields = (before: Profile, change: ProfileChange): ProfileField[] =>
  PROFILE_FIELDS.filter((field) => change[field] !== undefined && !sameField(before[field], change[field]))

const sameField = (a: unknown, b: unknown): boolean => {
  const windows = [a, b].map((value) =>
    value && typeof value === 'object' && 'start' in value && 'end' in value ? [value.start, value.end] : value,
  )
  return same(windows[0], windows[1])
}

const MESSAGE: Record<ProfileField, string> = {
  displayName: 'account.changed_display_name',
  phone: 'account.changed_phone',
  locale: 'account.changed_locale',
  timeZone: 'account.changed_time_zone',
  currency: 'account.changed_currency',
  country: 'account.changed_country',
  birthDate: 'account.changed_birth_date',
  sex: 'account.changed_sex',
  weightKg: 'account.changed_weight',
  heightCm: 'account.changed_height',
  workHours: 'account.changed_work_hours',
  sleepWindow: 'account.changed_sleep_window',
  quietHours: 'account.changed_quiet_hours',
}

/** `{day, month, year}` for the pattern of a date without a weekday: a birthday is never "tomorrow". */
export const dateParts = (date: string): { day: number; month: string; year: string } => ({
  day: Number(date.slice(8)),
  month: String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
})

/** One sentence for one field of the profile as it is now; a change also says what it does not touch. */
export const sayField = (field: ProfileField, profile: Profile, changed: boolean): Message => {
  const value = profile[field]
  if (value === null) return { key: 'account.cleared', params: { field } }
  const key = MESSAGE[field]
  if (field === 'birthDate' && typeof value === 'string') return { key, params: dateParts(value) }
  if (field === 'locale' && typeof value === 'string') return { key, params: { value: value.split('-')[0] ?? value } }
  if (typeof value === 'object') return { key, params: { start: value.start, end: value.end } }
  return { key, params: { value, changed: String(changed) } }
}

export const sayChanges = (fields: readonly ProfileField[], profile: Profile): Message => {
  const [first] = fields
  if (first === undefined) return { key: 'account.unchanged' }
  if (fields.length === 1) return sayField(first, profile, true)
  return {
    key: 'account.changed_many',
    params: { changes: { list: fields.map((field) => sayField(field, profile, true)) } },
  }
}

/** The whole profile, what is known of it, one line each. */
export const sayProfile = (profile: Profile): Message => ({
  key: 'account.profile',
  params: {
    email: profile.email,
    lines: {
      list: PROFILE_FIELDS.filter((field) => profile[field] !== null).map((field) => sayField(field, profile, false)),
    },
  },
})

/** Full years on a local date. */
export const ageOn = (birth: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0)

/** What advice must know of the person's body; absent facts stay unknown. */
export const safetyFacts = (profile: Profile, now: Instant): SafetyFact[] => {
  const source = { domain: 'account', id: profile.id }
  const facts: SafetyFact[] = []
  if (profile.birthDate) {
    const years = ageOn(profile.birthDate, localDateOf(now, profile.timeZone))
    facts.push({ kind: 'age', name: String(years), source, details: { years, birthDate: profile.birthDate } })
  }
  if (profile.sex) facts.push({ kind: 'sex', name: profile.sex, source })
  if (profile.weightKg)
    facts.push({ kind: 'weight', name: String(profile.weightKg), source, details: { kg: profile.weightKg } })
  return facts
}

/** Position in a list, newest first: the number of the last row shown. */
export const writeCursor = (seq: number): string => Buffer.from(String(seq)).toString('base64url')
export const readCursor = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  const seq = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{1,15}$/.test(seq)) {
    const errors = [{ path: 'cursor', message: 'is not a cursor of this list' }]
    throw new AppError('invalid', 'account.bad_cursor', {}, { errors })
  }
  return Number(seq)
}

/** Tags as they are compared: lower case, without #, each once. */
export const cleanTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.trim().replace(/^#+/, '').toLowerCase()).filter((tag) => tag.length > 0)),
]
