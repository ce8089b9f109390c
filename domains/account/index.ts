// The person themselves belongs here: who they are, how they sign in, what they allowed, their notes, and their rights over their data.
import { z } from 'zod'
import type { Domain } from '../contract.ts'
import type { AccountDeps } from './contract.ts'
import { hoursOf } from './day.ts'
import { loadProfile } from './repository.ts'
import { rules } from './rules.ts'
import { PROFILE_FIELDS, purpose } from './schema.ts'
import { safetyFacts } from './service.ts'
import { accountTools } from './tools.ts'

export const account = (deps: AccountDeps): Domain => ({
  id: 'account',
  folder: new URL('.', import.meta.url),
  tools: accountTools(deps),
  uses: [],
  events: {
    'account.profile_updated': z.object({ changed: z.array(z.enum(PROFILE_FIELDS)) }),
    'account.consent_changed': z.object({ purpose, granted: z.boolean() }),
  },
  rules,
  day: async (ctx, date) => hoursOf(ctx.user, date),
  safety: async (ctx) => {
    const profile = await loadProfile(ctx.tx, ctx.user.id)
    return profile ? safetyFacts(profile, ctx.now) : []
  },
  claims: {
    done: [
      /(?<!\p{L})(?:профиль|часовой пояс|валют\p{L}+|телефон)\s+(?:обновл|измен|сохран)\p{L}+/iu,
      /(?<!\p{L})заметк\p{L}+\s+(?:сохран|записан|добавл|удал)\p{L}+/iu,
      /(?<!\p{L})(?:согласие\s+(?:дано|отозвано|записано)|аккаунт\s+удал\p{L}+)/iu,
      /(?<!\p{L})(?:profile|time zone|currency|note|account|consent)\s+(?:is|was|has been)?\s*(?:updated|changed|saved|added|deleted|given|withdrawn)(?!\p{L})/iu,
    ],
  },
})
