import { z } from 'zod'
import { AppError } from './errors.ts'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')
const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback)

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** What this process does: answer people, work off jobs, or both. */
    ZELENIAL_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
    DATA_DIR: z.string().default('.zelenial'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    OPENAI_API_KEY: z.string().min(1).optional(),
    OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    CHAT_MODEL: z.string().min(1).optional(),
    EMBEDDING_MODEL: z.string().min(1).optional(),
    /** Milliseconds a model may stay silent before a call counts as stalled. */
    MODEL_TIMEOUT_MS: count(30_000),
    JWT_SECRET: z.string().min(32).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    ZELENIAL_TEST_CLOCK: flag,
    /** Sign-up and login attempts per account and minute. */
    AUTH_RATE_LIMIT: count(10),
    /** Limits of one person: turns a minute, writes a day, model tokens a day. */
    TURNS_PER_MINUTE: count(60),
    WRITES_PER_DAY: count(2_000),
    TOKENS_PER_DAY: count(2_000_000),
  })
  .refine((c) => !(c.ZELENIAL_TEST_CLOCK && c.NODE_ENV === 'production'), {
    path: ['ZELENIAL_TEST_CLOCK'],
    message: 'is for tests only and cannot be set when NODE_ENV=production',
  })
  .refine((c) => !(c.OPENAI_BASE_URL && !c.CHAT_MODEL), {
    path: ['CHAT_MODEL'],
    message: 'is required when OPENAI_BASE_URL is set',
  })
  .refine((c) => !(c.DATABASE_URL && !c.JWT_SECRET), {
    path: ['JWT_SECRET'],
    message: 'is required when DATABASE_URL is set (at least 32 characters); embedded mode generates its own',
  })

export type Config = z.infer<typeof schema>

/** Reads and checks the whole configuration. Throws `invalid`, whose `errors` name each variable that is wrong. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError(
    'invalid',
    'core.bad_configuration',
    { what: errors.map((e) => `${e.path} ${e.message}`).join('; ') },
    { errors },
  )
}
