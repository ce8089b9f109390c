import { z } from 'zod'
import { isCountry, localeFrom, zoneFrom } from '../../core/places.ts'
import { isLocalDate, isTimeZone } from '../../core/time.ts'

/** Text as Postgres can hold it: control characters other than line breaks and tabs are not text (U+0000 is an error there). */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'must not hold control characters')

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
export const windowSchema = z
  .strictObject({ start: clock, end: clock })
  .refine((w) => w.start !== w.end, 'start and end must differ')
  .describe('Local wall-clock times HH:MM; end before start means a window over midnight')

/** ITU-T E.164: + and at most 15 digits. +7 numbers have ten digits after the code; Serbian ones eight to ten. */
export const isPhone = (phone: string): boolean => {
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) return false
  if (phone.startsWith('+7')) return phone.length === 12
  if (phone.startsWith('+381')) return /^\+381[1-9]\d{7,9}$/.test(phone)
  return true
}

const phone = z
  .string()
  .max(40)
  .transform((value) => value.replace(/[\s().-]/g, ''))
  .refine(isPhone, 'must be an E.164 phone number such as +79161234567')
const timeZone = z
  .string()
  .max(60)
  .refine(
    (name) => /^[A-Za-z]/.test(name) && isTimeZone(name) && zoneFrom(name) !== null,
    'must be an IANA time zone such as Europe/Moscow',
  )
  .transform((name) => zoneFrom(name) ?? name)
const locale = z
  .string()
  .max(35)
  .refine(
    (tag) => /^[A-Za-z]{2,3}(?:-|$)/.test(tag) && localeFrom(tag) !== null,
    'must be a BCP 47 language tag such as ru-RU',
  )
  .transform((tag) => localeFrom(tag) ?? tag)
const currency = z
  .string()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 currency code such as RUB')
const country = z.string().toUpperCase().refine(isCountry, 'must be an ISO 3166-1 alpha-2 country code such as RU')
export const birthDate = z
  .string()
  .refine((date) => isLocalDate(date) && date >= '1900-01-01', 'must be a calendar date YYYY-MM-DD from 1900 on')
export const sex = z.enum(['male', 'female'])

export const purpose = z.enum(['health', 'external_model', 'proactive', 'household'])
export const PURPOSES = purpose.options

const email = z
  .string()
  .max(254)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email())
const password = z.string().min(8).max(200)

export const registerInput = z.strictObject({
  email,
  password,
  phone: phone.optional(),
  displayName: text(100).optional(),
  locale: locale.default('ru-RU'),
  timeZone: timeZone.default('Europe/Moscow'),
  currency: currency.default('RUB'),
  country: country.default('RU'),
  birthDate: birthDate.optional(),
  sex: sex.optional(),
  consents: z
    .strictObject({
      health: z.boolean().optional(),
      external_model: z.boolean().optional(),
      proactive: z.boolean().optional(),
      household: z.boolean().optional(),
    })
    .optional(),
})
export const loginInput = z.strictObject({ email: z.string().max(254), password: z.string().max(200) })
export const refreshInput = z.strictObject({ refreshToken: z.string().min(1).max(200) })

export const SCOPES = ['chat', 'read', 'write'] as const
export const accessTokenInput = z.strictObject({
  name: text(100),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .max(3)
    .transform((scopes) => [...new Set(scopes)]),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})

const measured = (min: number, max: number) => z.number().min(min).max(max)
export const profileSchema = z.object({
  id: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  displayName: z.string().nullable(),
  locale: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  country: z.string(),
  birthDate: z.string().nullable(),
  sex: sex.nullable(),
  weightKg: z.number().nullable(),
  heightCm: z.number().nullable(),
  workHours: windowSchema,
  sleepWindow: windowSchema,
  quietHours: windowSchema,
  role: z.enum(['user', 'admin', 'partner']),
  status: z.enum(['active', 'suspended']),
  createdAt: z.string(),
})
export type Profile = z.infer<typeof profileSchema>

/** Places and numbers arrive as people say them; the service turns them into codes or refuses. `null` clears a field. */
export const updateProfileInput = z
  .strictObject({
    displayName: text(100).nullable().optional().describe('How to call the person'),
    phone: z.string().max(40).nullable().optional().describe('E.164, or a Russian number as it is written'),
    locale: z.string().min(1).max(35).optional().describe('BCP 47, ru-RU or en-US for the language of answers'),
    timeZone: z.string().min(1).max(60).optional().describe('IANA zone, or the city as said'),
    currency: z.string().min(1).max(30).optional().describe('ISO 4217'),
    country: z.string().min(1).max(60).optional().describe('ISO 3166-1 alpha-2, or the country as said'),
    birthDate: birthDate.nullable().optional().describe('YYYY-MM-DD'),
    sex: sex.nullable().optional(),
    weightKg: measured(2, 500).nullable().optional(),
    heightCm: measured(30, 272).nullable().optional(),
    workHours: windowSchema.optional(),
    sleepWindow: windowSchema.optional(),
    quietHours: windowSchema.optional().describe('When nothing may be sent'),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), 'name at least one field to change')
export type UpdateProfile = z.infer<typeof updateProfileInput>

export const PROFILE_FIELDS = [
  'displayName',
  'phone',
  'locale',
  'timeZone',
  'currency',
  'country',
  'birthDate',
  'sex',
  'weightKg',
  'heightCm',
  'workHours',
  'sleepWindow',
  'quietHours',
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]
export type ProfileChange = Partial<Pick<Profile, ProfileField>>

export const consentSchema = z.object({
  purpose,
  granted: z.boolean(),
  at: z.string().nullable().describe('When the person last decided; null when never'),
})
export type Consent = z.infer<typeof consentSchema>

export const noteSchema = z.object({
  id: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  status: z.enum(['active', 'deleted']),
  createdAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type Note = z.infer<typeof noteSchema>

export const page = { limit: z.int().min(1).max(200).default(50), cursor: z.string().max(300).optional() }
