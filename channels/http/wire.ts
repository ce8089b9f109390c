import { z } from 'zod'
import { isTimeZone } from '../../core/time.ts'

// The shapes of requests and answers, checked by the routes and described in the OpenAPI document.

const MAX_ATTACHMENTS = 10
const limit = z.coerce.number().int().min(1).max(200).default(50)

export const chatBody = z.strictObject({
  message: z.string(),
  threadId: z.uuid().optional(),
  clientMessageId: z.string().min(1).max(200).optional(),
  attachments: z
    .array(z.strictObject({ name: z.string().min(1).max(255), contentType: z.string().max(255), base64: z.string() }))
    .max(MAX_ATTACHMENTS)
    .optional(),
})
export const decisions = z
  .array(z.strictObject({ actionId: z.uuid(), decision: z.enum(['approve', 'reject']) }))
  .min(1)
  .max(50)
export const decisionBody = z.strictObject({ decisions })
export const feedbackBody = z.strictObject({ rating: z.enum(['up', 'down']), note: z.string().max(2000).optional() })
export const snoozeBody = z.strictObject({ minutes: z.number().optional(), until: z.string().optional() })
export const tickBody = z.strictObject({ at: z.string() })

/** What may stand beside the file of an import. */
export const importFields = z.strictObject({
  accountId: z.uuid().optional(),
  timeZone: z.string().max(100).refine(isTimeZone, { error: 'is not an IANA time zone' }).optional(),
})
export const importBody = importFields.extend({ file: z.string().meta({ format: 'binary' }) })
export const imported = z.object({
  id: z.uuid(),
  kind: z.string(),
  format: z.string(),
  fileName: z.string(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int().describe('There already, or of no interest.'),
  rejected: z.array(z.object({ line: z.int(), reason: z.string() })).describe('At most the first 200.'),
  rejectedTotal: z.int(),
  totals: z.record(z.string(), z.unknown()),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  said: z.string(),
})

export const syncBody = z.strictObject({
  batch: z
    .array(
      z.strictObject({
        clientId: z.string().min(1).max(150),
        tool: z.string().min(1).max(100),
        input: z.record(z.string(), z.unknown()).default({}),
        baseVersion: z
          .union([z.string().min(1).max(100), z.int()])
          .optional()
          .describe('`version` of the row as the device knew it; for a tool that takes `id`'),
      }),
    )
    .min(1)
    .max(500),
})
export const synced = z.object({
  items: z.array(
    z.object({
      clientId: z.string(),
      status: z.enum(['ok', 'duplicate', 'conflict', 'failed']),
      output: z.unknown().optional(),
      said: z.string().optional(),
      mine: z.unknown().optional(),
      current: z.unknown().optional(),
      currentVersion: z.string().nullable().optional(),
      error: z.unknown().optional(),
    }),
  ),
})
export const syncConflicts = z.object({ items: z.array(z.record(z.string(), z.unknown())) })

export const threadsQuery = z.object({ limit, before: z.uuid().optional() })
export const messagesQuery = z.object({
  limit,
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
})
export const inboxQuery = z.object({ limit, cursor: z.string().max(300).optional() })

const instant = z.string().meta({ format: 'date-time' })
const status = z.enum(['ok', 'refused', 'failed', 'pending'])
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const pending = z.object({
  id: z.uuid(),
  expiresAt: instant,
  actions: z.array(
    z.object({ id: z.uuid(), tool: z.string(), args: z.record(z.string(), z.unknown()), summary: z.string() }),
  ),
})
export const turnResult = z.object({
  threadId: z.uuid(),
  turnId: z.uuid(),
  reply: z.string(),
  spoken: z.string().describe('The short form for voice, without markup.'),
  tools: z.array(z.object({ name: z.string(), args: z.unknown(), status, output: z.unknown().optional() })),
  pending: pending.nullable(),
  safety: z.object({
    kind: z.enum(['none', 'emergency', 'medical_referral', 'refuse_part', 'injection_ignored', 'privacy']),
    rules: z.array(z.string()),
  }),
  usage: z.object({ modelCalls: z.int(), inputTokens: z.int(), outputTokens: z.int(), ms: z.int() }),
  error: z.object({ code: z.string() }).optional(),
})
export const signedInAnswer = z.object({
  user: z.record(z.string(), z.unknown()),
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int().describe('Seconds until the access token ends.'),
})
export const accessToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant.nullable(),
})
export const accessTokens = page(accessToken)
export const newAccessToken = accessToken.extend({ token: z.string().describe('Told this once.') })
export const threads = page(
  z.object({ id: z.uuid(), title: z.string().nullable(), createdAt: instant, updatedAt: instant }),
)
export const messages = page(
  z.object({
    id: z.int(),
    turnId: z.uuid(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    tools: z.array(z.unknown()).nullable(),
    createdAt: instant,
  }),
)
export const inboxItem = z.object({
  id: z.uuid(),
  kind: z.string(),
  text: z.string(),
  channel: z.string(),
  cause: z.string(),
  ref: z.object({ domain: z.string(), id: z.string() }).nullable(),
  dueAt: instant,
  createdAt: instant,
  sentAt: instant,
  readAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  dismissedAt: instant.nullable(),
})
export const inbox = page(inboxItem)
export const sent = z.object({
  sent: z.array(z.object({ channel: z.string(), kind: z.string(), text: z.string(), cause: z.string() })),
})
export const toolList = z.array(
  z.object({
    name: z.string(),
    domain: z.string(),
    title: z.string(),
    description: z.string(),
    risk: z.enum(['read', 'write', 'outward', 'irreversible']),
    inputSchema: z.record(z.string(), z.unknown()),
    outputSchema: z.record(z.string(), z.unknown()),
  }),
)
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(['invalid', 'unauthorised', 'refused', 'not_found', 'conflict', 'limited', 'internal', 'unavailable']),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
