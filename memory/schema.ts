import { z } from 'zod'

/** Text as Postgres can hold it (U+0000 is an error there), short enough to be one fact. */
export const factText = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'must not hold control characters')

export const factSchema = z.object({
  id: z.string(),
  text: z.string().describe('As the person said it'),
  subject: z.string().describe('Whom it is about: me, or the stem of the word used'),
  attribute: z.string().nullable(),
  value: z.string().nullable(),
  negated: z.boolean(),
  lang: z.enum(['ru', 'en']),
  sensitivity: z.enum(['ordinary', 'health']),
  source: z.enum(['person', 'import']),
  sourceTurn: z.string().nullable(),
  confidence: z.number(),
  status: z.enum(['active', 'superseded']),
  validFrom: z.string(),
  supersededAt: z.string().nullable(),
  createdAt: z.string(),
})
export type Fact = z.infer<typeof factSchema>

/** The part of a superseded or forgotten fact that has to be told. */
export const factBrief = z.object({ id: z.string(), text: z.string() })
export type FactBrief = z.infer<typeof factBrief>

export const rememberInput = z.strictObject({ text: factText.describe('The fact, whole, in the words of the person') })
export const rememberOutput = factSchema.extend({
  already: z.boolean().describe('It was known before; nothing was written'),
  superseded: z.array(factBrief).describe('Facts that this one replaced; they stay as history'),
})

export const listInput = z.strictObject({
  query: factText.optional(),
  includeHistory: z.boolean().optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
})
export const searchInput = z.strictObject({
  query: factText.describe('What it is about, or the question itself'),
  limit: z.int().min(1).max(50).default(5),
})
export const foundSchema = factSchema.extend({ score: z.number() })

export const forgetInput = z
  .strictObject({
    id: z.uuid().optional(),
    query: factText.optional().describe('Every word must occur in the fact, in any form'),
    all: z.boolean().optional().describe('Everything remembered; only when they say everything'),
  })
  .refine(
    (input) => [input.id, input.query, input.all || undefined].filter((v) => v !== undefined).length === 1,
    'give id, query or all',
  )
export const correctInput = z.strictObject({
  id: z.uuid(),
  text: factText.describe('The fact as it is now, whole; a bare new value is put in place of the old one'),
})
