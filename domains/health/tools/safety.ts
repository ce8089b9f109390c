// The safety profile: what every piece of advice must know first.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { type Ctx, defineTool, type SafetyFact, type Tool } from '../../../tools/contract.ts'
import { tellFact, tellProfile } from '../engine/sentences.ts'
import { showFact } from '../engine/show.ts'
import { SAFETY_FACT, type SafetyFactRow, safetyRows } from '../repository/safety.ts'
import { findRow } from '../repository/table.ts'
import {
  type AddAllergy,
  type AddCondition,
  type AddMedication,
  addAllergyInput,
  addConditionInput,
  addMedicationInput,
  type ById,
  byIdInput,
  type GetSafetyProfile,
  getSafetyProfileInput,
  type SafetyFactOutput,
  type SafetyProfile,
  safetyFactOutput,
  safetyProfileOutput,
} from '../schema.ts'
import { enrichedFact, type FactSaid, newFact } from '../service.ts'
import { notFound, say, undo, write, writeNew } from './writing.ts'

const announce = (ctx: Ctx, { id, kind, key, deletedAt }: SafetyFactRow): void =>
  ctx.emit({ type: 'health.safety_fact_changed', payload: { id, kind, key, active: deletedAt === null } })

const factLike = async (ctx: Ctx, fact: SafetyFactRow): Promise<SafetyFactRow | undefined> =>
  (await safetyRows(ctx.tx, ctx.user.id)).find(({ kind, key }) => kind === fact.kind && key === fact.key)

const addNew = async (ctx: Ctx, fact: SafetyFactRow): Promise<SafetyFactOutput | null> => {
  const changeId = await writeNew(ctx, SAFETY_FACT, fact)
  if (changeId === null) return null
  announce(ctx, fact)
  return { ...showFact({ ...fact, revision: changeId }, ctx.user), changeId, known: false }
}

const addKnown = async (ctx: Ctx, known: SafetyFactRow, fact: SafetyFactRow): Promise<SafetyFactOutput> => {
  const row = enrichedFact(known, fact)
  const changeId = row === known ? null : await write(ctx, SAFETY_FACT, row)
  if (changeId !== null) announce(ctx, row)
  const kept = changeId === null ? known : { ...row, revision: changeId }
  return { ...showFact(kept, ctx.user), changeId, known: true }
}

const add = async (ctx: Ctx, input: FactSaid): Promise<SafetyFactOutput> => {
  const fact = newFact(input, { user: ctx.user, now: ctx.now, id: newId() })
  const known = await factLike(ctx, fact)
  if (known) return addKnown(ctx, known, fact)
  const added = await addNew(ctx, fact)
  if (added) return added
  // The same was said twice at once: the other request has stored it meanwhile.
  const meanwhile = await factLike(ctx, fact)
  if (!meanwhile) throw new AppError('conflict', 'health.changed_since')
  return addKnown(ctx, meanwhile, fact)
}

const toldAdded = (fact: SafetyFactOutput) => {
  const key = fact.known ? (fact.changeId === null ? 'fact_known' : 'fact_changed') : 'fact_added'
  return say(key, { fact: tellFact(fact) })
}

const addCondition = defineTool<AddCondition, SafetyFactOutput>({
  name: 'health_add_condition',
  title: 'Add a condition or injury',
  description:
    'Keeps in the safety profile what the person has: an illness, an injury, pregnancy, breastfeeding, smoking. One per call, in their words; for a passing complaint use health_log_symptom.',
  input: addConditionInput,
  output: safetyFactOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { name }) => say('ask_add_fact', { name }),
  say: (fact) => toldAdded(fact),
  run: (ctx, { kind = 'condition', ...input }) => add(ctx, { kind, ...input }),
  undo: (ctx, fact) => undo(ctx, fact),
})

const addMedication = defineTool<AddMedication, SafetyFactOutput>({
  name: 'health_add_medication',
  title: 'Add a medicine',
  description:
    'Keeps in the safety profile a medicine that the person takes, with dose and schedule as they say them. It advises nothing; to be reminded of it use reminders_set_reminder.',
  input: addMedicationInput,
  output: safetyFactOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { name }) => say('ask_add_fact', { name }),
  say: (fact) => toldAdded(fact),
  run: (ctx, input) => add(ctx, { kind: 'medication', ...input }),
  undo: (ctx, fact) => undo(ctx, fact),
})

const addAllergy = defineTool<AddAllergy, SafetyFactOutput>({
  name: 'health_add_allergy',
  title: 'Add an allergy',
  description: 'Keeps in the safety profile what the person is allergic to, and how they react. One per call.',
  input: addAllergyInput,
  output: safetyFactOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { name }) => say('ask_add_fact', { name }),
  say: (fact) => toldAdded(fact),
  run: (ctx, input) => add(ctx, { kind: 'allergy', ...input }),
  undo: (ctx, fact) => undo(ctx, fact),
})

const load = async (ctx: Ctx, id: string): Promise<SafetyFactRow> => {
  const row = await findRow(ctx.tx, SAFETY_FACT, ctx.user.id, id)
  if (!row || row.deletedAt !== null) throw notFound('fact_not_found')
  return row
}

const removeFact = defineTool<ById, SafetyFactOutput>({
  name: 'health_remove_safety_fact',
  title: 'Remove from the safety profile',
  description:
    'Removes a condition, medicine, allergy or injury that does not hold any more, found with health_get_safety_profile. Asks first; can be undone.',
  input: byIdInput,
  output: safetyFactOutput,
  about: 'health',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, { id }) => say('ask_remove_fact', { fact: tellFact(showFact(await load(ctx, id), ctx.user)) }),
  say: (fact) => say('fact_removed', { fact: tellFact(fact) }),
  run: async (ctx, { id }) => {
    const row = { ...(await load(ctx, id)), updatedAt: ctx.now, deletedAt: ctx.now }
    const changeId = await write(ctx, SAFETY_FACT, row)
    announce(ctx, row)
    return { ...showFact({ ...row, revision: changeId }, ctx.user), changeId, known: true }
  },
  undo: (ctx, fact) => undo(ctx, fact),
})

const getProfile = defineTool<GetSafetyProfile, SafetyProfile>({
  name: 'health_get_safety_profile',
  title: 'Safety profile',
  description: 'All conditions, medicines, allergies and injuries that are known of the person, with their ids.',
  input: getSafetyProfileInput,
  output: safetyProfileOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: ({ items }) => tellProfile(items),
  run: async (ctx, { includeRemoved = false }) => ({
    items: (await safetyRows(ctx.tx, ctx.user.id, includeRemoved)).map((row) => showFact(row, ctx.user)),
    nextCursor: null,
  }),
})

/** The profile as other domains read it: canonical names, the person's words beside them; never truncated. */
export const safetyFacts = async (ctx: Ctx): Promise<SafetyFact[]> =>
  (await safetyRows(ctx.tx, ctx.user.id)).map((row) => {
    const { recognised } = showFact(row, ctx.user)
    const { severity, since, dose, schedule, reaction } = row
    return {
      kind: row.kind,
      name: recognised ? row.key : row.name,
      source: { domain: 'health', id: row.id },
      details: { words: row.name, recognised, severity, since, dose, schedule, reaction },
    }
  })

export const safetyTools: Tool[] = [addCondition, addMedication, addAllergy, removeFact, getProfile]
