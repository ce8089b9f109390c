import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { type Ctx, defineTool } from '../../tools/contract.ts'
import { addConsents, loadConsents, loadProfile, saveProfile } from './repository.ts'
import { consentSchema, PROFILE_FIELDS, type Profile, profileSchema, purpose, updateProfileInput } from './schema.ts'
import { changedFields, readChange, sayChanges, sayProfile } from './service.ts'

/** The profile of the signed-in person. */
export const profileOf = async (ctx: Ctx): Promise<Profile> => {
  const profile = await loadProfile(ctx.tx, ctx.user.id)
  if (!profile) throw new AppError('not_found', 'account.profile_not_found')
  return profile
}

export const getProfile = defineTool({
  name: 'account_get_profile',
  title: 'Profile',
  description:
    'Shows what the person entered about themselves: name, phone, language, time zone, currency, country, birth date, sex, weight, height, working, sleeping and quiet hours. Not for things they asked to remember.',
  risk: 'read',
  about: 'general',
  input: z.strictObject({}),
  output: profileSchema,
  summary: async () => ({ key: 'account.ask_profile' }),
  say: sayProfile,
  run: profileOf,
})

const field = z.enum(PROFILE_FIELDS)
const updated = profileSchema.extend({
  changed: z.array(field).describe('Fields whose value became another'),
  previous: profileSchema.partial().describe('Their values before'),
})

export const updateProfile = defineTool({
  name: 'account_update_profile',
  title: 'Change profile',
  description:
    'Changes profile fields the person names: how to call them, phone, language, time zone (they moved or travel), currency, country, birth date, sex, weight, height, working, sleeping or quiet hours. Pass only what they said; null clears a field.',
  risk: 'write',
  confirm: 'never',
  about: 'general',
  input: updateProfileInput,
  output: updated,
  summary: async (ctx, input) => {
    const profile = await profileOf(ctx)
    const change = readChange(input, profile, ctx.now)
    return {
      key: 'account.ask_update',
      params: { changes: sayChanges(changedFields(profile, change), { ...profile, ...change }) },
    }
  },
  say: (output) => sayChanges(output.changed, output),
  run: async (ctx, input) => {
    const before = await profileOf(ctx)
    const change = readChange(input, before, ctx.now)
    const changed = changedFields(before, change)
    if (changed.length > 0) {
      await saveProfile(ctx.tx, { ...before, ...change })
      ctx.emit({ type: 'account.profile_updated', payload: { changed } })
    }
    const previous = Object.fromEntries(changed.map((name) => [name, before[name]]))
    return { ...(await profileOf(ctx)), changed, previous }
  },
  undo: async (ctx, output) => {
    await saveProfile(ctx.tx, Object.assign(await profileOf(ctx), output.previous))
    ctx.emit({ type: 'account.profile_updated', payload: { changed: output.changed } })
  },
})

export const setConsent = defineTool({
  name: 'account_set_consent',
  title: 'Give or withdraw consent',
  description:
    'Records that the person allows or forbids one purpose: health (using health data), external_model (sending data to an outside language model), proactive (messages they did not ask for), household (sharing with the household).',
  risk: 'write',
  confirm: 'never',
  about: 'general',
  input: z.strictObject({ purpose, granted: z.boolean() }),
  output: consentSchema.extend({ was: z.boolean() }),
  summary: async (_ctx, input) => ({
    key: 'account.ask_consent',
    params: { purpose: input.purpose, granted: String(input.granted) },
  }),
  say: (output) => ({
    key: output.was === output.granted ? 'account.consent_unchanged' : 'account.consent_set',
    params: { purpose: output.purpose, granted: String(output.granted) },
  }),
  run: async (ctx, input) => {
    const before = (await loadConsents(ctx.tx, ctx.user)).find((c) => c.purpose === input.purpose)
    await addConsents(ctx.tx, ctx.user.id, [input], ctx.now)
    const after = (await loadConsents(ctx.tx, ctx.user)).find((c) => c.purpose === input.purpose)
    ctx.emit({ type: 'account.consent_changed', payload: { purpose: input.purpose, granted: input.granted } })
    return { ...input, at: after?.at ?? null, was: before?.granted ?? false }
  },
  undo: async (ctx, output) => {
    await addConsents(ctx.tx, ctx.user.id, [{ purpose: output.purpose, granted: output.was }], ctx.now)
    ctx.emit({ type: 'account.consent_changed', payload: { purpose: output.purpose, granted: output.was } })
  },
})

export const listConsents = defineTool({
  name: 'account_list_consents',
  title: 'Consents',
  description: 'Lists which uses of their data the person allowed, and since when.',
  risk: 'read',
  about: 'general',
  input: z.strictObject({ limit: z.int().min(1).max(200).optional(), cursor: z.string().max(300).optional() }),
  output: z.object({ items: z.array(consentSchema), nextCursor: z.null() }),
  summary: async () => ({ key: 'account.ask_consents' }),
  say: (output) => ({
    key: 'account.consents',
    params: {
      lines: {
        list: output.items.map((c) => ({
          key: 'account.consent_line',
          params: { purpose: c.purpose, granted: String(c.granted) },
        })),
      },
    },
  }),
  run: async (ctx) => ({ items: await loadConsents(ctx.tx, ctx.user), nextCursor: null }),
})
